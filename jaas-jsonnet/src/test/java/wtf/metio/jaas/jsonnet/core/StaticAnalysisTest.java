// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wtf.metio.jaas.jsonnet.diagnostics.FailureKind;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.diagnostics.Recorded;
import wtf.metio.jaas.jsonnet.diagnostics.SourceText;
import wtf.metio.jaas.jsonnet.syntax.Expr;
import wtf.metio.jaas.jsonnet.syntax.Parser;

class StaticAnalysisTest {

  private static final Set<String> PREDEFINED = Set.of("std", "$std");

  static Stream<Recorded> verdicts() {
    return Recorded.in("verdicts");
  }

  @ParameterizedTest
  @MethodSource("verdicts")
  void theVerdictOnATextIsThatOfTheReference(Recorded recorded) {
    assertThat(verdict(recorded.source())).isEqualTo(recorded.answer());
  }

  @Test
  void thereAreManyVerdicts() {
    assertThat(verdicts()).hasSizeGreaterThan(1_000);
  }

  @Test
  void aMistakeIsOneOfSyntaxAndKnowsItsPlace() {
    assertThatThrownBy(() -> check("1 + x"))
        .isInstanceOfSatisfying(
            JsonnetException.class,
            mistake -> {
              assertThat(mistake.kind()).isEqualTo(FailureKind.SYNTAX);
              assertThat(mistake.frames()).singleElement().extracting("begin").isEqualTo(4);
            });
  }

  @Test
  void onlyNamesOfTheCallerArePredefined() {
    var source = source("std");

    assertThatThrownBy(() -> StaticAnalysis.check(source, Parser.parse(source), Set.of()))
        .hasMessage("t:1:1-4 Unknown variable: std");
  }

  @Test
  void aNameIsForgottenWhereItsScopeEnds() {
    assertThatThrownBy(() -> check("[(local a = 1; a), (function(a) a), [a for a in []], a]"))
        .hasMessage("t:1:54-55 Unknown variable: a");
  }

  @Test
  void aProgramOfManyNodesLooksAtTheCheckpoint() {
    var looks = new AtomicInteger();
    var source = source("[" + "1,".repeat(100_000) + "]");

    StaticAnalysis.check(source, Parser.parse(source), PREDEFINED, looks::incrementAndGet);

    assertThat(looks).hasValueGreaterThan(40);
  }

  @Test
  void theCheckpointEndsTheWork() {
    var source = source("[" + "1,".repeat(100_000) + "]");
    Expr program = Parser.parse(source);

    assertThatThrownBy(
            () ->
                StaticAnalysis.check(
                    source,
                    program,
                    PREDEFINED,
                    () -> {
                      throw new JsonnetException(FailureKind.TIMEOUT, "late");
                    }))
        .hasMessage("late");
  }

  private static String verdict(SourceText source) {
    try {
      StaticAnalysis.check(source, Parser.parse(source), PREDEFINED);
      return "";
    } catch (JsonnetException mistake) {
      return mistake.text();
    }
  }

  private static void check(String program) {
    var source = source(program);
    StaticAnalysis.check(source, Parser.parse(source), PREDEFINED);
  }

  private static SourceText source(String program) {
    return new SourceText("t", program.getBytes(StandardCharsets.UTF_8));
  }
}
