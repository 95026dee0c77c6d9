// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wtf.metio.jaas.domain.condition.Reason;

/** Whoever follows the address in a status finds a page that helps, and that is still true. */
class RunbookPagesTest {

  private static final Path PAGES = SourceTree.CHECKOUT.resolve("docs/runbooks");

  /** Pages that are about no single reason. */
  private static final Set<String> OTHERS = Set.of("storage-recovery", "operator-watch-silent");

  private static final String INDEX = "README";

  /** Options of other commands than the service's. */
  private static final Set<String> OPTIONS =
      Set.of(
          "against",
          "all-namespaces",
          "archive",
          "as",
          "bucket",
          "endpoint-url",
          "from",
          "image",
          "json",
          "markdown",
          "merge",
          "namespace",
          "overwrite",
          "profile",
          "restart",
          "rm",
          "role",
          "serviceaccount",
          "show-managed-fields",
          "source",
          "type");

  private static final Pattern MESSAGES = Pattern.compile("```text\n(.*?)```", Pattern.DOTALL);
  private static final Pattern FLAG = Pattern.compile("(?<=[\\s`(|])--([a-z][a-z0-9-]+)");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");
  private static final Pattern METRIC = Pattern.compile("jaas_[a-z0-9_]+");

  /** Shorter pieces of a message say nothing. */
  private static final int PIECE = 6;

  @Test
  void everyReasonHasItsPageAndEveryPageItsReason() {
    Set<String> expected =
        Arrays.stream(Reason.values()).map(Reason::slug).collect(Collectors.toSet());
    expected.addAll(OTHERS);
    expected.add(INDEX);

    assertThat(pages().toList()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @MethodSource("pagesOfReasons")
  void aPageSaysWhatIsSeenWhyWhereToLookAndWhatToDo(String page) {
    assertThat(text(page).lines().filter(line -> line.startsWith("## ")))
        .containsExactly("## Symptom", "## Cause", "## Diagnosis", "## Remedy");
    assertThat(text(page)).contains("```shell\n").doesNotContain("TODO");
  }

  @Test
  void aPageIsCalledAsItsReason() {
    for (var reason : Reason.values()) {
      assertThat(text(reason.slug())).contains("\n# " + reason.text() + "\n");
    }
  }

  @Test
  void theIndexNamesEveryPage() {
    assertThat(links(INDEX))
        .containsExactlyInAnyOrderElementsOf(pagesOfReasons().map(page -> page + ".md").toList());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadSomewhere(String page) {
    assertThat(links(page))
        .allSatisfy(link -> assertThat(PAGES.resolve(link).normalize()).as(link).exists());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void flagsAreOnesThatThereAre(String page) throws IOException {
    String settings = Files.readString(SourceTree.CHECKOUT.resolve("docs/reference/settings.md"));

    assertThat(found(FLAG, text(page)).map(flag -> flag.group(1)).filter(f -> !OPTIONS.contains(f)))
        .allSatisfy(flag -> assertThat(settings).contains("`--" + flag + "`"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void metricsAreOnesThatThereAre(String page) throws IOException {
    String metrics = Files.readString(SourceTree.CHECKOUT.resolve("docs/reference/metrics.md"));

    assertThat(found(METRIC, text(page)).map(MatchResult::group))
        .allSatisfy(
            metric -> assertThat(metrics).contains('`' + metric.replace("_bucket", "") + '`'));
  }

  @ParameterizedTest
  @MethodSource("pagesOfReasons")
  void messagesAreOnesThatTheCodeGives(String page) {
    String code = Code.LITERALS;

    assertThat(
            found(MESSAGES, text(page))
                .flatMap(block -> block.group(1).lines())
                .flatMap(line -> Stream.of(line.split("<[a-z]+>")))
                .map(String::strip)
                .filter(piece -> piece.length() >= PIECE))
        .allSatisfy(piece -> assertThat(code.contains(piece)).as(piece).isTrue());
  }

  static Stream<String> pages() {
    try (Stream<Path> files = Files.list(PAGES)) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("\\.md$", ""))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<String> pagesOfReasons() {
    return pages().filter(page -> !page.equals(INDEX));
  }

  private static String text(String page) {
    return Code.read(PAGES.resolve(page + ".md"));
  }

  private static List<String> links(String page) {
    return found(LINK, text(page)).map(link -> link.group(1)).distinct().toList();
  }

  private static Stream<MatchResult> found(Pattern pattern, String text) {
    return pattern.matcher(text).results();
  }

  /** The code that is shipped, with texts that are put together from several in one piece. */
  private static final class Code {

    static final String LITERALS = literals();

    static String read(Path file) {
      try {
        return Files.readString(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static String literals() {
      var code = new HashSet<String>();
      for (var module : SourceTree.modules()) {
        try (Stream<Path> tree = Files.walk(module.resolve("src/main/java"))) {
          tree.filter(file -> file.toString().endsWith(".java")).map(Code::read).forEach(code::add);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return String.join("\n", code)
          .replaceAll("\"\\s*\\+\\s*\"", "")
          .replace("\\\"", "\"")
          .replace("\\u2014", "\u2014");
    }
  }
}
