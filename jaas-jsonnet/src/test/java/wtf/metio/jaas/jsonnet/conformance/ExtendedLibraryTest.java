// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of functions of the library that call one which a program has replaced. */
class ExtendedLibraryTest {

  private static final Path WANTED = Path.of("src/test/deviations/extended-library.txt");

  private final EngineUnderTest engine = new EngineUnderTest();
  private final Reference reference = new Reference(Peers.lineServer(), Reference.PATIENCE);

  /** A program and its first line of output or error on either side. */
  private record Wanted(String program, String theirs, String ours) {

    static Wanted of(String line) {
      var parts = line.split("\t");
      return new Wanted(parts[0], parts[1], parts[2]);
    }
  }

  @AfterEach
  void stop() {
    engine.close();
    reference.close();
  }

  @Test
  void wantedDifferencesAreAsWrittenDown() throws IOException {
    assertThat(wanted()).hasSize(5);
    assertThat(wanted())
        .allSatisfy(
            each -> {
              var question = Question.snippet(each.program());
              assertThat(firstLine(engine.ask(question))).isEqualTo(each.ours());
              assertThat(firstLine(reference.ask(question))).isEqualTo(each.theirs());
            });
  }

  private static List<Wanted> wanted() throws IOException {
    try (var lines = Files.lines(WANTED)) {
      return lines.filter(line -> !line.startsWith("#")).map(Wanted::of).toList();
    }
  }

  private static String firstLine(Answer answer) {
    return switch (answer) {
      case Answer.Text(String bytes) -> bytes.strip();
      case Answer.Failed failed -> failed.firstLine();
      case Answer.Files files -> files.toString();
      case Answer.Gone gone -> gone.toString();
    };
  }
}
