// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import wtf.metio.jaas.jsonnet.OutputForm;

/**
 * Public programs with large libraries, rendered by both sides.
 *
 * <p>They are not part of this repository; {@code bench/workloads.md} says how to get them. Each is
 * a folder with {@code main.jsonnet} and {@code vendor}.
 */
@Tag("long")
class RealProgramsTest {

  @TestFactory
  @EnabledIfSystemProperty(
      named = "proof.workloads",
      matches = ".+",
      disabledReason = "-Dproof.workloads=DIR is not given, see bench/workloads.md")
  Stream<DynamicTest> realProgramsRenderByteForByte() throws IOException {
    var jsonnet = Peers.jsonnet();
    try (var folders = Files.list(Path.of(System.getProperty("proof.workloads")))) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("main.jsonnet")))
          .sorted()
          .toList()
          .stream()
          .map(
              folder ->
                  DynamicTest.dynamicTest(
                      folder.getFileName().toString(),
                      () -> assertThat(difference(jsonnet, folder)).isEmpty()));
    }
  }

  /** Where the two begin to differ; empty if they do not. */
  private static String difference(Path jsonnet, Path folder) throws IOException {
    var theirs = theirs(jsonnet, folder);
    if (!(ours(folder) instanceof Answer.Text(String ours))) {
      return ours(folder).shown();
    }
    var at = Arrays.mismatch(theirs.toCharArray(), ours.toCharArray());
    return at < 0
        ? ""
        : "at "
            + at
            + " of "
            + theirs.length()
            + ": "
            + around(theirs, at)
            + " but got "
            + around(ours, at);
  }

  private static String around(String bytes, int at) {
    return Answer.oneLine(bytes.substring(Math.max(0, at - 60), Math.min(bytes.length(), at + 60)));
  }

  private static Answer ours(Path folder) throws IOException {
    var source = Files.readString(folder.resolve("main.jsonnet"), StandardCharsets.ISO_8859_1);
    var question =
        new Question(
            "main.jsonnet", source, OutputForm.JSON, Question.DEFAULT_STACK, List.of(), Map.of());
    try (var engine = new EngineUnderTest()) {
      return engine.outcome(question, new ReferenceFiles(folder, List.of("vendor")));
    }
  }

  private static String theirs(Path jsonnet, Path folder) throws IOException {
    var process =
        new ProcessBuilder(jsonnet.toString(), "-J", "vendor", "main.jsonnet")
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var out = process.getInputStream()) {
      return new String(out.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
