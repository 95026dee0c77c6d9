// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.app.ReferencePage;

class LoggingPageTest {

  private static final ReferencePage PAGE = new ReferencePage("reference/logging.md");

  private static final Set<String> FLAGS =
      new ReferencePage("reference/settings.md")
          .rows("Flag").stream()
              .map(row -> ReferencePage.code(row.getFirst()).substring("--".length()))
              .collect(Collectors.toSet());

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
    return sources.stream()
        .flatMap(source -> LogStatement.in(source).stream())
        .map(LoggingPageTest::withoutFlags)
        .collect(Collectors.toSet());
  }

  /** Another page holds these. */
  private static LogStatement withoutFlags(LogStatement statement) {
    var fields = new TreeSet<>(statement.fields());
    fields.removeAll(FLAGS);
    return new LogStatement(statement.level(), statement.message(), fields);
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
            .map(LoggingPageTest::withoutFlags)
            .toList();

    assertThat(listed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(statements());
  }

  @Test
  void itExplainsEveryFieldThatIsNoFlagAndNoneThatIsNotUsed() {
    var used = new TreeSet<String>();
    sources.forEach(
        source -> OTHER_KEY.matcher(source).results().forEach(key -> used.add(key.group(1))));
    sources.forEach(
        source -> LogStatement.in(source).forEach(statement -> used.addAll(statement.fields())));

    assertThat(PAGE.rows("Field").stream().map(row -> ReferencePage.code(row.getFirst())).toList())
        .doesNotHaveDuplicates()
        .containsAll(used.stream().filter(field -> !FLAGS.contains(field)).toList())
        .isSubsetOf(used);
  }
}
