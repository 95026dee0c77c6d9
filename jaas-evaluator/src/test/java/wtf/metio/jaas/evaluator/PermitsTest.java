// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wtf.metio.jaas.domain.evaluation.Caller;

@Timeout(30)
class PermitsTest {

  private static final Caller HOT = Caller.http("hot");
  private static final Caller OTHER = Caller.http("other");
  private static final Duration LONG = Duration.ofMinutes(1);

  private static Permits.Permit take(Permits permits, Caller caller) throws Exception {
    return got(ask(permits, caller));
  }

  private static Permits.Place ask(Permits permits, Caller caller) {
    return permits.request(caller, Lane.ORDINARY).orElseThrow();
  }

  private static Optional<Permits.Place> offend(Permits permits) {
    return permits.request(HOT, Lane.OFFENDERS);
  }

  private static Permits.Permit got(Permits.Place place) throws Exception {
    return place.await(LONG);
  }

  @Test
  void oneMoreThanTheMaximumIsTurnedAwayAndCounted() throws Exception {
    var permits = Permits.turningAwayBeyond(2);
    var first = take(permits, HOT);
    take(permits, HOT);

    assertThat(permits.request(HOT, Lane.ORDINARY)).isEmpty();
    assertThat(permits.request(OTHER, Lane.ORDINARY)).isEmpty();
    assertThat(permits.inUse()).isEqualTo(2);
    assertThat(permits.rejected()).isEqualTo(2);
    assertThat(permits.rejected(Refusal.QUEUE_FULL)).isEqualTo(2);

    first.close();
    assertThat(permits.inUse()).isEqualTo(1);
    assertThat(permits.request(HOT, Lane.ORDINARY)).isPresent();
  }

  @Test
  void aPermitIsGivenBackOnce() throws Exception {
    var permits = Permits.turningAwayBeyond(2);
    var twice = take(permits, HOT);
    take(permits, HOT);

    twice.close();
    twice.close();

    assertThat(permits.inUse()).isEqualTo(1);
  }

  @Test
  void whereNobodyIsTurnedAwayTheyWaitInLine() throws Exception {
    var permits = Permits.lettingWaitBeyond(1);
    var running = take(permits, HOT);
    var second = ask(permits, HOT);
    var third = ask(permits, HOT);
    assertThat(second.isFree()).isFalse();
    assertThat(permits.waiting()).isEqualTo(2);
    assertThat(permits.longestWait()).isPositive();

    running.close();
    assertThat(second.isFree()).isTrue();
    assertThat(third.isFree()).isFalse();

    got(second).close();
    got(third).close();
    assertThat(permits.inUse()).isZero();
    assertThat(permits.waiting()).isZero();
    assertThat(permits.longestWait()).isZero();
    assertThat(permits.maximum()).isZero();
    assertThat(permits.rejected()).isZero();
  }

  @Test
  void whoeverWaitsOfAHotCallerDelaysNobodyElse() throws Exception {
    var permits = Permits.queueingBeyond(16, 256, LONG);
    var waiting = IntStream.range(0, 64).mapToObj(i -> ask(permits, HOT)).toList();

    assertThat(waiting).filteredOn(Permits.Place::isFree).hasSize(7);
    for (int i = 0; i < 7; i++) {
      assertThat(ask(permits, Caller.http("other " + i)).isFree()).isTrue();
    }
  }

  @Test
  void whileOthersWaitNobodyGetsMoreThanItsShare() throws Exception {
    var permits = Permits.queueingBeyond(4, 64, LONG);
    var hot = take(permits, HOT);
    take(permits, HOT);
    var hotWaits = ask(permits, HOT);
    take(permits, OTHER);
    take(permits, Caller.http("third"));
    var otherWaits = ask(permits, OTHER);
    var newcomer = ask(permits, Caller.http("newcomer"));

    hot.close();

    assertThat(newcomer.isFree()).isTrue();
    assertThat(hotWaits.isFree()).isFalse();
    assertThat(otherWaits.isFree()).isFalse();
  }

  @Test
  void aSinglePlaceGoesRound() throws Exception {
    var permits = Permits.queueingBeyond(1, 64, LONG);
    var running = take(permits, HOT);
    var hot = IntStream.range(0, 10).mapToObj(i -> ask(permits, HOT)).toList();
    var other = ask(permits, OTHER);

    running.close();
    got(hot.getFirst()).close();

    assertThat(other.isFree()).isTrue();
    assertThat(hot.get(1).isFree()).isFalse();
    got(other).close();
    assertThat(hot.get(1).isFree()).isTrue();
  }

  @Test
  void ofTwoPlacesOneIsLeftForOthers() throws Exception {
    var permits = Permits.queueingBeyond(2, 64, LONG);
    take(permits, HOT);

    assertThat(ask(permits, HOT).isFree()).isFalse();
    assertThat(ask(permits, OTHER).isFree()).isTrue();
  }

  @Test
  void aCallerFillsNoMoreThanHalfOfTheLine() throws Exception {
    var permits = Permits.queueingBeyond(1, 8, LONG);
    take(permits, OTHER);

    for (int i = 0; i < 4; i++) {
      ask(permits, HOT);
    }
    assertThat(permits.request(HOT, Lane.ORDINARY)).isEmpty();
    assertThat(permits.request(OTHER, Lane.ORDINARY)).isPresent();
    assertThat(permits.waiting()).isEqualTo(5);
    assertThat(permits.rejected(Refusal.QUEUE_FULL)).isEqualTo(1);
  }

  @Test
  void whoLeavesTheLineMakesRoomAtOnce() throws Exception {
    var permits = Permits.queueingBeyond(1, 1, LONG);
    var running = take(permits, HOT);
    var tired = ask(permits, HOT);

    assertThat(tired.leave()).isTrue();

    assertThat(permits.waiting()).isZero();
    assertThatThrownBy(() -> tired.await(LONG)).isInstanceOf(CancellationException.class);
    var patient = ask(permits, HOT);
    running.close();
    assertThat(patient.isFree()).isTrue();
  }

  @Test
  void whoHasAPlaceIsNotInLineAnyMore() throws Exception {
    var permits = Permits.queueingBeyond(1, 1, LONG);
    var place = ask(permits, HOT);

    assertThat(place.leave()).isFalse();

    got(place).close();
    assertThat(permits.inUse()).isZero();
  }

  @Test
  void whoWaitsTooLongHasLeftTheLine() throws Exception {
    var permits = Permits.queueingBeyond(1, 1, LONG);
    take(permits, HOT);
    var place = ask(permits, HOT);

    assertThatThrownBy(() -> place.await(Duration.ofMillis(1)))
        .isInstanceOf(TimeoutException.class);

    assertThat(permits.waiting()).isZero();
  }

  @Test
  void whoIsInterruptedHasLeftTheLine() throws Exception {
    var permits = Permits.queueingBeyond(1, 1, LONG);
    take(permits, HOT);
    var place = ask(permits, HOT);

    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> place.await(LONG)).isInstanceOf(InterruptedException.class);

    assertThat(permits.waiting()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "15, 1", "16, 2", "64, 8"})
  void offendersHoldAnEighthOfThePlacesAtMost(int places, int most) {
    var permits = Permits.queueingBeyond(places, 64, LONG);
    for (int i = 0; i < most; i++) {
      assertThat(offend(permits)).isPresent();
    }

    assertThat(offend(permits)).isEmpty();
    assertThat(permits.rejected(Refusal.OFFENDERS_FULL)).isEqualTo(1);
    assertThat(permits.inUse()).isEqualTo(most);
  }

  @Test
  void offendersDoNotTakeTheLastPlace() throws Exception {
    var permits = Permits.queueingBeyond(2, 64, LONG);
    take(permits, OTHER);

    assertThat(offend(permits)).isEmpty();
    assertThat(ask(permits, HOT).isFree()).isTrue();
  }

  @Test
  void anOffenderGivesWayToOneThatWouldWait() throws Exception {
    var permits = Permits.queueingBeyond(1, 64, LONG);
    var offender = got(offend(permits).orElseThrow());
    assertThat(offender.wanted().requested()).isFalse();

    var ordinary = ask(permits, OTHER);

    assertThat(offender.wanted().requested()).isTrue();
    offender.close();
    assertThat(ordinary.isFree()).isTrue();
    got(ordinary).close();
    assertThat(permits.inUse()).isZero();
  }

  @Test
  void anOffenderDoesNotGiveWayToOneThatHasItsShare() throws Exception {
    var permits = Permits.queueingBeyond(16, 64, LONG);
    var offender = got(offend(permits).orElseThrow());
    IntStream.range(0, 32).forEach(i -> ask(permits, HOT));

    assertThat(permits.waiting()).isPositive();
    assertThat(offender.wanted().requested()).isFalse();
  }

  @Test
  void neverMoreThanTheMaximumAreInAndNobodyIsForgotten() {
    var permits = Permits.queueingBeyond(3, 1000, LONG);
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Void>> visitors = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        var caller = Caller.http("caller " + i % 7);
        visitors.add(
            CompletableFuture.runAsync(() -> visit(permits, caller, inside, most), threads));
      }
      visitors.forEach(CompletableFuture::join);
    }

    assertThat(most).hasValueBetween(1, 3);
    assertThat(permits.inUse()).isZero();
    assertThat(permits.rejected()).isZero();
  }

  private static void visit(
      Permits permits, Caller caller, AtomicInteger inside, AtomicInteger most) {
    try (var _ = take(permits, caller)) {
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      Thread.yield();
      inside.decrementAndGet();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 16", "4, 16", "5, 20", "64, 256"})
  void theDefaultIsFourAProcessorAndAtLeastSixteen(int processors, int maximum) {
    assertThat(Permits.defaultMaximum(processors)).isEqualTo(maximum);
  }

  @Test
  void withoutAGateThereIsStillABoundOfThreads() {
    var permits = Permits.withoutGate(2);
    for (int i = 0; i < 56; i++) {
      assertThat(ask(permits, Caller.http("caller " + i)).isFree()).isTrue();
    }

    assertThat(ask(permits, OTHER).isFree()).isFalse();
    assertThat(permits.maximum()).isZero();
  }

  @Test
  void aGateThatLetsNobodyInCannotBeMade() {
    assertThatThrownBy(() -> Permits.turningAwayBeyond(0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
