// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.app.ReferencePage;

class LoggingPageTest {

  private static final ReferencePage PAGE = new ReferencePage("reference/logging.md");

  /** Keys that are put on lines by something else than a statement that logs. */
  private static final Pattern OTHER_KEY =
      Pattern.compile(
          "(?:attributes\\.put(?:IfAbsent)?\\(|String (?:TRACE|SPAN)_ID = )\"([a-z-]+)\"");

  private final List<String> sources = sources();

  private static List<String> sources() {
    var main = Path.of("src", "main", "java").toAbsolutePath();
    try (var files = Files.walk(main)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(LoggingPageTest::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Set<LogStatement> statements() {
    return Set.copyOf(
        sources.stream().flatMap(source -> LogStatement.in(source).stream()).toList());
  }

  @Test
  void noStatementEscapesTheSearch() {
    assertThat(sources)
        .allSatisfy(
            source -> assertThat(LogStatement.in(source)).hasSize((int) LogStatement.uses(source)))
        .anyMatch(source -> LogStatement.uses(source) > 5)
        .filteredOn(source -> source.contains("LoggerFactory.getLogger("))
        .allMatch(source -> source.contains("private static final Logger LOG = LoggerFactory"));
  }

  @Test
  void itListsEveryMessageWithLevelAndFieldsAndNoOther() {
    var listed =
        PAGE.rows("Level").stream()
            .map(row -> new LogStatement(row.get(0), row.get(1), ReferencePage.codes(row.get(2))))
            .toList();

    assertThat(listed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(statements());
  }

  @Test
  void itExplainsEveryFieldThatIsNoFlagAndNoneThatIsNotUsed() {
    var used = new TreeSet<String>();
    sources.forEach(
        source -> OTHER_KEY.matcher(source).results().forEach(key -> used.add(key.group(1))));
    statements().stream().map(LogStatement::fields).forEach(used::addAll);
    var unexplained = new TreeSet<>(used);
    unexplained.removeAll(flags());

    assertThat(PAGE.rows("Field").stream().map(row -> ReferencePage.code(row.getFirst())).toList())
        .doesNotHaveDuplicates()
        .containsAll(unexplained)
        .isSubsetOf(used);
  }

  private static Collection<String> flags() {
    return new ReferencePage("reference/settings.md")
        .rows("Flag").stream()
            .map(row -> ReferencePage.code(row.getFirst()).substring("--".length()))
            .toList();
  }
}
