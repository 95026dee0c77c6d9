// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Calls of the command beside what the {@code jsonnet} command of go-jsonnet v0.22.0 does.
 *
 * <p>{@code -Dcommandline.record=/path/to/jsonnet} writes the results anew, those marked {@code
 * own} by this command, and then fails, so that they are looked at.
 */
class CommandCasesTest {

  private static final Path CASES = Path.of("src/test/commandline/cases");
  private static final @Nullable String REFERENCE = System.getProperty("commandline.record");

  @TempDir Path scratch;

  @TestFactory
  Stream<DynamicNode> everyCaseDoesWhatIsWrittenDown() throws IOException {
    if (REFERENCE != null) {
      return Stream.of(DynamicTest.dynamicTest("recording", () -> record(REFERENCE)));
    }
    var containers = new ArrayList<DynamicNode>();
    for (var file : files()) {
      containers.add(
          DynamicContainer.dynamicContainer(
              file.getFileName().toString(),
              CommandCase.all(file).stream()
                  .map(one -> DynamicTest.dynamicTest(one.fact(), () -> holds(one)))));
    }
    return containers.stream();
  }

  @Test
  void factsDifferFromEachOther() throws IOException {
    var facts = new ArrayList<String>();
    for (var file : files()) {
      CommandCase.all(file).forEach(one -> facts.add(one.fact()));
    }
    assertThat(facts).doesNotHaveDuplicates().hasSizeGreaterThan(100);
  }

  private void holds(CommandCase one) throws IOException {
    var result = new CommandRun(one, folder(one)).byThisCommand();
    assertThat(String.join("\n", result.lines())).isEqualTo(String.join("\n", expected(one)));
  }

  private static List<String> expected(CommandCase one) {
    var lines = new ArrayList<>(one.result());
    long errors = lines.stream().filter(line -> line.matches("(exit|out|err).*")).count();
    one.hints()
        .reversed()
        .forEach(hint -> lines.add((int) errors, hint.isEmpty() ? "err|" : "err| " + hint));
    return lines;
  }

  private void record(String reference) throws Exception {
    for (var file : files()) {
      var recorded = new ArrayList<String>();
      for (var one : CommandCase.all(file)) {
        recorded.add(one.with(recorded(one, reference).lines()).toString());
      }
      Files.writeString(file, String.join("\n", recorded));
    }
    fail("The results are written anew; look at them and run again without recording.");
  }

  private CommandResult recorded(CommandCase one, String reference) throws Exception {
    var run = new CommandRun(one, folder(one));
    return one.isOwn() ? run.byThisCommand() : run.by(reference);
  }

  private Path folder(CommandCase one) {
    return scratch.resolve(one.fact().replaceAll("\\W", "-"));
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.sorted().toList();
    }
  }
}
