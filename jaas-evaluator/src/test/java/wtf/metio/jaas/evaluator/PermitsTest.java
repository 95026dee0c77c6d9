// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermitsTest {

  private static Permits.Permit take(Permits permits) {
    return permits.request().orElseThrow().join();
  }

  @Test
  void oneMoreThanTheMaximumIsTurnedAwayAndCounted() {
    var permits = Permits.turningAwayBeyond(2);
    var first = take(permits);
    take(permits);

    assertThat(permits.request()).isEmpty();
    assertThat(permits.request()).isEmpty();
    assertThat(permits.inUse()).isEqualTo(2);
    assertThat(permits.rejected()).isEqualTo(2);

    first.close();
    assertThat(permits.inUse()).isEqualTo(1);
    assertThat(permits.request()).isPresent();
  }

  @Test
  void aPermitIsGivenBackOnce() {
    var permits = Permits.turningAwayBeyond(2);
    var twice = take(permits);
    take(permits);

    twice.close();
    twice.close();

    assertThat(permits.inUse()).isEqualTo(1);
  }

  @Test
  void whereNobodyIsTurnedAwayTheyWaitInLine() {
    var permits = Permits.lettingWaitBeyond(1);
    var running = take(permits);
    var second = permits.request().orElseThrow();
    var third = permits.request().orElseThrow();
    assertThat(second).isNotDone();

    running.close();
    assertThat(second).isDone();
    assertThat(third).isNotDone();

    second.join().close();
    third.join().close();
    assertThat(permits.inUse()).isZero();
    assertThat(permits.maximum()).isZero();
    assertThat(permits.rejected()).isZero();
  }

  @Test
  void whoLeavesTheLineIsPassedOver() {
    var permits = Permits.lettingWaitBeyond(1);
    var running = take(permits);
    var tired = permits.request().orElseThrow();
    var patient = permits.request().orElseThrow();

    tired.cancel(false);
    running.close();

    assertThat(patient).isCompleted();
    patient.join().close();
    assertThat(permits.inUse()).isZero();
  }

  @Test
  void whoLeavesTheLineInTheMomentItsTurnComesGivesItBack() {
    var permits = Permits.lettingWaitBeyond(1);
    var running = take(permits);
    var tired = permits.request().orElseThrow();

    running.close();
    Permits.leave(tired);

    assertThat(permits.inUse()).isZero();
  }

  @Test
  void neverMoreThanTheMaximumAreIn() {
    var permits = Permits.turningAwayBeyond(3);
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Void>> visitors = new ArrayList<>();
      IntStream.range(0, 500)
          .forEach(
              i ->
                  visitors.add(
                      CompletableFuture.runAsync(() -> visit(permits, inside, most), threads)));
      visitors.forEach(CompletableFuture::join);
    }

    assertThat(most).hasValueBetween(1, 3);
    assertThat(permits.inUse()).isZero();
  }

  private static void visit(Permits permits, AtomicInteger inside, AtomicInteger most) {
    permits
        .request()
        .ifPresent(
            place -> {
              try (var _ = place.join()) {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                Thread.yield();
                inside.decrementAndGet();
              }
            });
  }

  @ParameterizedTest
  @CsvSource({"1, 16", "4, 16", "5, 20", "64, 256"})
  void theDefaultIsFourAProcessorAndAtLeastSixteen(int processors, int maximum) {
    assertThat(Permits.defaultMaximum(processors)).isEqualTo(maximum);
  }

  @Test
  void zeroMeansNoGateButStillABoundOfThreads() {
    var permits = Permits.configured(0, 2);
    IntStream.range(0, 64).forEach(i -> take(permits));

    assertThat(permits.request().orElseThrow()).isNotDone();
    assertThat(permits.maximum()).isZero();
    assertThat(Permits.configured(7, 2).maximum()).isEqualTo(7);
  }

  @Test
  void aGateThatLetsNobodyInCannotBeMade() {
    assertThatThrownBy(() -> Permits.turningAwayBeyond(0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
