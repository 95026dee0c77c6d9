// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wtf.metio.jaas.domain.evaluation.Caller;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.evaluation.CancellationSwitch;
import wtf.metio.jaas.domain.evaluation.Document;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.domain.evaluation.EvaluationFixture;
import wtf.metio.jaas.domain.evaluation.EvaluationLimits;
import wtf.metio.jaas.domain.evaluation.EvaluationRequest;
import wtf.metio.jaas.domain.evaluation.EvaluationUsage;

/** What callers see of each other. The hot one's evaluations end when the test says so. */
@Timeout(30)
class GateFairnessTest {

  private static final String HOT = "hot";
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(20);

  private final CountDownLatch release = new CountDownLatch(1);
  private final List<GatedEvaluator> made = new ArrayList<>();
  private final Map<String, Duration> waits = new ConcurrentHashMap<>();
  private final AtomicReference<Deadline> deadline = new AtomicReference<>(Deadline.NEVER);

  @AfterEach
  void letGo() {
    release.countDown();
    made.forEach(GatedEvaluator::close);
  }

  private GatedEvaluator evaluator(Permits permits) {
    var evaluator =
        new GatedEvaluator(
            new HotEngine(), permits, new EvaluationThreads(Duration.ofSeconds(1)), new Waits());
    made.add(evaluator);
    return evaluator;
  }

  private static EvaluationRequest request(String caller, Duration timeout) {
    var request =
        EvaluationFixture.within(
            EvaluationLimits.DEFAULTS.withTimeout(timeout), EvaluationFixture.program("1"));
    return new EvaluationRequest(
        request.program(), Map.of(), Map.of(), request.limits(), Caller.http(caller));
  }

  private static CompletableFuture<Evaluation> aside(
      GatedEvaluator evaluator, Cancellation cancellation, Lane lane) {
    var answer = new CompletableFuture<Evaluation>();
    Thread.ofVirtual()
        .start(() -> answer.complete(evaluator.evaluate(request(HOT, LONG), cancellation, lane)));
    return answer;
  }

  private static CompletableFuture<Evaluation> hot(GatedEvaluator evaluator) {
    return aside(evaluator, Cancellation.NEVER, Lane.ORDINARY);
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void sixtyFourOfAHotCallerDoNotDelayAnother() {
    var permits = Permits.queueingBeyond(16, 256, LONG);
    var evaluator = evaluator(permits);
    var hot = new ArrayList<CompletableFuture<Evaluation>>();
    for (int i = 0; i < 64; i++) {
      hot.add(hot(evaluator));
    }
    await(() -> permits.inUse() + permits.waiting() == 64);

    assertThat(evaluator.evaluate(request("other", LONG), Cancellation.NEVER))
        .isInstanceOf(Evaluation.Rendered.class);
    assertThat(permits.inUse()).isEqualTo(7);
    assertThat(permits.waiting()).isEqualTo(57);

    release.countDown();
    assertThat(hot).allSatisfy(h -> assertThat(h.join()).isInstanceOf(Evaluation.Rendered.class));
    assertThat(permits.waiting()).isZero();
  }

  @Test
  void withASinglePlaceEverybodyIsServedInTurn() {
    var permits = Permits.queueingBeyond(1, 256, LONG);
    var evaluator = evaluator(permits);
    var running = hot(evaluator);
    await(() -> permits.inUse() == 1);
    var waiting = hot(evaluator);
    await(() -> permits.waiting() == 1);

    release.countDown();

    assertThat(running.join()).isInstanceOf(Evaluation.Rendered.class);
    assertThat(waiting.join()).isInstanceOf(Evaluation.Rendered.class);
    await(() -> permits.inUse() == 0);
  }

  @Test
  void whoFindsTheLineFullIsRefused() {
    var permits = Permits.queueingBeyond(1, 1, LONG);
    var evaluator = evaluator(permits);
    var running = hot(evaluator);
    await(() -> permits.inUse() == 1);
    var waiting = hot(evaluator);
    await(() -> permits.waiting() == 1);

    assertThat(evaluator.evaluate(request("other", LONG), Cancellation.NEVER))
        .isEqualTo(new Evaluation.Refused(1, Duration.ofSeconds(1)));
    assertThat(permits.rejected(Refusal.QUEUE_FULL)).isEqualTo(1);

    release.countDown();
    running.join();
    waiting.join();
  }

  @Test
  void whoWaitsTooLongIsRefused() {
    var permits = Permits.queueingBeyond(1, 64, SHORT);
    var evaluator = evaluator(permits);
    var running = hot(evaluator);
    await(() -> permits.inUse() == 1);

    assertThat(evaluator.evaluate(request("other", LONG), Cancellation.NEVER))
        .isEqualTo(new Evaluation.Refused(1, Duration.ofSeconds(1)));
    assertThat(permits.rejected(Refusal.OVERDUE)).isEqualTo(1);
    assertThat(permits.waiting()).isZero();

    release.countDown();
    running.join();
  }

  @Test
  void nobodyWaitsBeyondItsDeadline() {
    var permits = Permits.queueingBeyond(1, 64, LONG);
    var evaluator = evaluator(permits);
    var running = hot(evaluator);
    await(() -> permits.inUse() == 1);

    assertThat(evaluator.evaluate(request("other", SHORT), Cancellation.NEVER))
        .isEqualTo(new Evaluation.Refused(1, Duration.ofSeconds(1)));

    release.countDown();
    running.join();
  }

  @Test
  void theEngineGetsWhatTheWaitHasLeft() {
    var permits = Permits.queueingBeyond(1, 64, LONG);
    var evaluator = evaluator(permits);
    var running = hot(evaluator);
    await(() -> permits.inUse() == 1);
    var asked = new CompletableFuture<Evaluation>();
    Thread.ofVirtual()
        .start(
            () -> asked.complete(evaluator.evaluate(request("other", LONG), Cancellation.NEVER)));
    await(() -> permits.longestWait().compareTo(SHORT) > 0);

    release.countDown();
    running.join();

    assertThat(asked.join()).isInstanceOf(Evaluation.Rendered.class);
    assertThat(waits.get("other")).isGreaterThan(SHORT);
    assertThat(deadline.get().left()).isLessThan(LONG.minus(SHORT));
  }

  @Test
  void whoCancelsHasLeftTheLine() {
    var permits = Permits.queueingBeyond(1, 64, LONG);
    var evaluator = evaluator(permits);
    var running = hot(evaluator);
    await(() -> permits.inUse() == 1);
    var cancellation = new CancellationSwitch();
    var waiting = aside(evaluator, cancellation, Lane.ORDINARY);
    await(() -> permits.waiting() == 1);

    cancellation.cancel();

    assertThat(waiting.join()).isInstanceOf(Evaluation.Cancelled.class);
    assertThat(permits.waiting()).isZero();
    release.countDown();
    running.join();
  }

  @Test
  void oneOffenderAtATimeIsTriedWhereThereAreFewPlaces() {
    var permits = Permits.queueingBeyond(8, 64, LONG);
    var evaluator = evaluator(permits);
    var tried = aside(evaluator, Cancellation.NEVER, Lane.OFFENDERS);
    await(() -> permits.inUse() == 1);

    assertThat(evaluator.evaluate(request(HOT, LONG), Cancellation.NEVER, Lane.OFFENDERS))
        .isEqualTo(new Evaluation.Refused(8, Duration.ofSeconds(1)));
    assertThat(permits.rejected(Refusal.OFFENDERS_FULL)).isEqualTo(1);

    release.countDown();
    assertThat(tried.join()).isInstanceOf(Evaluation.Rendered.class);
  }

  @Test
  void anOffenderInTheOnlyPlaceGivesWay() {
    var permits = Permits.queueingBeyond(1, 64, LONG);
    var evaluator = evaluator(permits);
    var tried = aside(evaluator, Cancellation.NEVER, Lane.OFFENDERS);
    await(() -> permits.inUse() == 1);

    assertThat(evaluator.evaluate(request("other", LONG), Cancellation.NEVER))
        .isInstanceOf(Evaluation.Rendered.class);
    assertThat(tried.join()).isEqualTo(new Evaluation.Refused(1, Duration.ofSeconds(1)));
    assertThat(permits.rejected(Refusal.GAVE_WAY)).isEqualTo(1);
  }

  /** Renders at once, but for the hot caller, which it leaves to the test or to a cancellation. */
  private final class HotEngine implements EvaluationEngine {

    @Override
    public Evaluation evaluate(EvaluationRequest request, Deadline due, Cancellation cancellation) {
      deadline.set(due);
      var usage = EvaluationUsage.ofTime(Duration.ZERO);
      if (request.caller().name().equals(HOT)) {
        try (var _ = cancellation.onRequest(release::countDown)) {
          release.await();
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
      return cancellation.requested()
          ? new Evaluation.Cancelled(usage)
          : new Evaluation.Rendered(new Document(new byte[0]), usage, List.of());
    }

    @Override
    public long stackBytes(EvaluationLimits limits) {
      return 1 << 20;
    }

    @Override
    public Duration grace() {
      return LONG;
    }
  }

  /** Keeps how long each caller waited last. */
  private final class Waits implements EvaluationListener {

    @Override
    public void began(EvaluationRequest request, Duration waited) {
      waits.put(request.caller().name(), waited);
    }
  }
}
