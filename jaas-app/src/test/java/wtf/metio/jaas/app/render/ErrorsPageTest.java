// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.domain.evaluation.EvaluationUsage;
import wtf.metio.jaas.domain.evaluation.FailureReason;

/** Holds {@code docs/reference/errors.md} to the problems that there are. */
class ErrorsPageTest {

  private static final Path PAGE =
      Path.of("").toAbsolutePath().resolveSibling("docs").resolve("reference/errors.md");

  private static final List<Problem> PROBLEMS =
      List.of(
          Problem.methodNotAllowed(),
          Problem.snippetNotFound("a"),
          Problem.failed("a", failed(), false),
          Problem.timeout("a", Duration.ofSeconds(1)),
          Problem.unavailable("a"));

  private static Evaluation.Failed failed() {
    return new Evaluation.Failed(
        FailureReason.RUNTIME, "", "", EvaluationUsage.ofTime(Duration.ZERO), List.of());
  }

  @Test
  void everyProblemIsHere() {
    var factories =
        Arrays.stream(Problem.class.getDeclaredMethods())
            .filter(method -> method.getReturnType() == Problem.class)
            .filter(method -> !Modifier.isPrivate(method.getModifiers()))
            .map(Method::getName);

    assertThat(factories).hasSize(PROBLEMS.size());
  }

  @Test
  void everyCodeHasItsSectionAndItsStatus() throws IOException {
    assertThat(found("## `(\\w+)`")).containsExactlyElementsOf(codes());
    assertThat(found("\\| \\[`\\w+`]\\(#(\\w+)\\) \\|")).containsExactlyElementsOf(codes());
    assertThat(found("\\| \\[`\\w+`]\\(#\\w+\\) \\| (\\d+)"))
        .containsExactlyElementsOf(
            PROBLEMS.stream().map(problem -> Integer.toString(problem.status())).toList());
  }

  @Test
  void everyReasonIsExplained() throws IOException {
    assertThat(found("\\| `(\\w+)` \\|"))
        .containsExactlyElementsOf(
            Stream.of(FailureReason.values()).map(FailureReason::text).toList());
  }

  private static List<String> codes() {
    return PROBLEMS.stream().map(Problem::code).toList();
  }

  private static List<String> found(String pattern) throws IOException {
    var page = Files.readString(PAGE);
    return Pattern.compile("^" + pattern, Pattern.MULTILINE)
        .matcher(page)
        .results()
        .map(match -> match.group(1))
        .toList();
  }
}
