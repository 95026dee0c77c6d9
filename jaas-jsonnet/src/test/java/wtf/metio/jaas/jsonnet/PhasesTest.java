// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.jsonnet.imports.Import;
import wtf.metio.jaas.jsonnet.imports.Importer;

class PhasesTest {

  private static final String WORK = "std.foldl(function(a, n) a + n, std.range(1, 200000), 0)";

  private static final Duration READING = Duration.ofMillis(20);

  private static final Importer SLOW_DISK =
      (from, path) -> {
        long end = System.nanoTime() + READING.toNanos();
        while (System.nanoTime() < end) {
          Thread.onSpinWait();
        }
        return new Import.Found(path, "{}".getBytes(StandardCharsets.UTF_8));
      };

  private static Usage usage(String program) {
    var source = program.getBytes(StandardCharsets.UTF_8);
    return new Engine(List.of()).evaluate(Job.of("main.jsonnet", source, SLOW_DISK)).usage();
  }

  @Test
  void theyFollowOneAnotherFromTheBegin() {
    long asked = System.nanoTime();

    var usage = usage("{ a: " + WORK + " }");

    var phases = usage.phases();
    assertThat(phases.begun()).isBetween(asked, System.nanoTime() - usage.elapsed().toNanos());
    assertThat(phases.parse()).isPositive();
    assertThat(phases.evaluate()).isPositive();
    assertThat(phases.manifest()).isPositive();
    assertThat(phases.parse().plus(phases.evaluate()).plus(phases.manifest()))
        .isBetween(usage.elapsed().minusMillis(5), usage.elapsed().plusMillis(5));
  }

  @Test
  void aValueIsComputedByWhoeverAsksFirst() {
    var written = usage("{ a: " + WORK + " }").phases();
    var compared = usage("assert " + WORK + " > 0; { a: 1 }").phases();

    assertThat(written.manifest()).isGreaterThan(written.evaluate());
    assertThat(compared.evaluate()).isGreaterThan(compared.manifest());
  }

  @Test
  void importsAreAPartOfThePhaseThatAsksForThem() {
    var phases = usage("local a = import 'a', b = import 'a'; [a, b, importstr 'c']").phases();

    assertThat(phases.imports()).isBetween(READING.multipliedBy(2), phases.manifest());
    assertThat(usage("1").phases().imports()).isZero();
  }

  @Test
  void aPhaseThatWasNotReachedTakesNoTime() {
    var syntax = usage("{").phases();
    var error = usage("error 'no'").phases();

    assertThat(syntax.parse()).isPositive();
    assertThat(syntax.evaluate()).isZero();
    assertThat(error.evaluate()).isPositive();
    assertThat(error.manifest()).isZero();
  }
}
