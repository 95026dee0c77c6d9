// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.evaluation.CancellationSwitch;
import wtf.metio.jaas.domain.evaluation.Document;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.domain.evaluation.EvaluationFixture;
import wtf.metio.jaas.domain.evaluation.EvaluationLimits;
import wtf.metio.jaas.domain.evaluation.EvaluationRequest;
import wtf.metio.jaas.domain.evaluation.EvaluationUsage;
import wtf.metio.jaas.domain.evaluation.FailureReason;

@Timeout(30)
class GatedEvaluatorTest {

  private static final EvaluationUsage NOTHING = EvaluationUsage.ofTime(Duration.ZERO);

  private final Permits permits = Permits.turningAwayBeyond(1);
  private final Notes notes = new Notes();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);
  private final List<GatedEvaluator> made = new ArrayList<>();

  @AfterEach
  void letGo() {
    release.countDown();
    made.forEach(GatedEvaluator::close);
  }

  private GatedEvaluator evaluator(Permits gate, Duration grace, Body body) {
    var evaluator =
        new GatedEvaluator(
            new BodyEngine(grace, body), gate, new EvaluationThreads(Duration.ofSeconds(1)), notes);
    made.add(evaluator);
    return evaluator;
  }

  private GatedEvaluator evaluator(Duration grace, Body body) {
    return evaluator(permits, grace, body);
  }

  private static EvaluationRequest request(Duration timeout) {
    return EvaluationFixture.within(
        EvaluationLimits.DEFAULTS.withTimeout(timeout), EvaluationFixture.program("1"));
  }

  private static Evaluation rendered() {
    return new Evaluation.Rendered(new Document(new byte[0]), NOTHING, List.of());
  }

  /** Work that nothing stops until the test lets it go. */
  private Evaluation stubborn() {
    begun.countDown();
    try {
      release.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return rendered();
  }

  private void awaitFreePlace() {
    while (permits.inUse() > 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void theOutcomeOfTheEngineIsTheAnswer() {
    var evaluator = evaluator(Duration.ZERO, stop -> rendered());

    assertThat(evaluator.evaluate(request(Duration.ZERO), Cancellation.NEVER))
        .isInstanceOf(Evaluation.Rendered.class);
    assertThat(permits.inUse()).isZero();
    assertThat(notes.lines).containsExactly("answered Rendered");
  }

  @Test
  void aDefectOfTheEngineIsAnInternalFailureThatIsHeardOf() {
    var evaluator =
        evaluator(
            Duration.ZERO,
            stop -> {
              throw new IllegalStateException("broken");
            });

    assertThat(evaluator.evaluate(request(Duration.ZERO), Cancellation.NEVER))
        .isInstanceOfSatisfying(
            Evaluation.Failed.class,
            failed -> {
              assertThat(failed.reason()).isEqualTo(FailureReason.INTERNAL);
              assertThat(failed.message()).doesNotContain("broken");
            });
    assertThat(notes.lines).containsExactly("broke broken", "answered Failed");
    assertThat(permits.inUse()).isZero();
  }

  @Test
  void memoryAndStackThatRunOutAreBreachesOfALimit() {
    var memory =
        evaluator(
            Duration.ZERO,
            stop -> {
              throw new OutOfMemoryError();
            });
    var stack =
        evaluator(
            Duration.ZERO,
            stop -> {
              throw new StackOverflowError();
            });

    for (var evaluator : List.of(memory, stack)) {
      assertThat(evaluator.evaluate(request(Duration.ZERO), Cancellation.NEVER))
          .isInstanceOfSatisfying(
              Evaluation.Failed.class,
              failed -> assertThat(failed.reason()).isEqualTo(FailureReason.LIMIT));
    }
    assertThat(notes.lines).containsExactly("answered Failed", "answered Failed");
  }

  @Test
  void aStubbornEngineKeepsItsPlaceAfterItsCallerLeft() {
    var evaluator = evaluator(Duration.ZERO, stop -> stubborn());

    assertThat(evaluator.evaluate(request(Duration.ofMillis(10)), Cancellation.NEVER))
        .isInstanceOf(Evaluation.TimedOut.class);
    assertThat(permits.inUse()).isEqualTo(1);
    assertThat(evaluator.evaluate(request(Duration.ZERO), Cancellation.NEVER))
        .isEqualTo(new Evaluation.Refused(1, Duration.ofSeconds(1)));

    release.countDown();
    awaitFreePlace();
    assertThat(notes.lines)
        .containsExactly(
            "left running", "answered TimedOut", "answered Refused", "left running ended");
  }

  @Test
  void theCallerOfAStubbornEngineLeavesWhenItCancels() throws InterruptedException {
    var evaluator = evaluator(Duration.ZERO, stop -> stubborn());
    var cancellation = new CancellationSwitch();
    var answer = evaluateAside(evaluator, cancellation);
    begun.await();

    cancellation.cancel();

    assertThat(answer.join()).isInstanceOf(Evaluation.Cancelled.class);
    assertThat(permits.inUse()).isEqualTo(1);
    assertThat(notes.lines).containsExactly("left running", "answered Cancelled");
  }

  @Test
  void anEngineThatStopsIsWaitedFor() throws InterruptedException {
    var evaluator =
        evaluator(
            Duration.ofSeconds(20),
            stop -> {
              var stopped = new CountDownLatch(1);
              try (var _ = stop.onRequest(stopped::countDown)) {
                begun.countDown();
                stopped.await();
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
              return new Evaluation.Cancelled(new EvaluationUsage(42, 0, Duration.ZERO));
            });
    var cancellation = new CancellationSwitch();
    var answer = evaluateAside(evaluator, cancellation);
    begun.await();

    cancellation.cancel();

    assertThat(answer.join())
        .isInstanceOfSatisfying(
            Evaluation.Cancelled.class, c -> assertThat(c.usage().steps()).isEqualTo(42));
    assertThat(permits.inUse()).isZero();
    assertThat(notes.lines).containsExactly("answered Cancelled");
  }

  @Test
  void anEngineThatShouldStopButDoesNotIsLeft() throws InterruptedException {
    var evaluator = evaluator(Duration.ofMillis(10), stop -> stubborn());
    var cancellation = new CancellationSwitch();
    var answer = evaluateAside(evaluator, cancellation);
    begun.await();

    cancellation.cancel();

    assertThat(answer.join()).isInstanceOf(Evaluation.Cancelled.class);
    assertThat(permits.inUse()).isEqualTo(1);
  }

  @Test
  void whatRunsOnAfterItsDeadlineIsToldToStop() {
    var told = new CompletableFuture<Boolean>();
    var evaluator =
        evaluator(
            Duration.ZERO,
            stop -> {
              try (var _ = stop.onRequest(() -> told.complete(true))) {
                return told.join() ? rendered() : rendered();
              }
            });

    assertThat(evaluator.evaluate(request(Duration.ofMillis(10)), Cancellation.NEVER))
        .isInstanceOf(Evaluation.TimedOut.class);
    assertThat(told.join()).isTrue();
    awaitFreePlace();
  }

  @Test
  void waitingInLineEndsAtTheDeadline() throws InterruptedException {
    var line = Permits.lettingWaitBeyond(1);
    var evaluator = evaluator(line, Duration.ZERO, stop -> stubborn());
    var first = evaluateAside(evaluator, Cancellation.NEVER);
    begun.await();

    assertThat(evaluator.evaluate(request(Duration.ofMillis(10)), Cancellation.NEVER))
        .isInstanceOf(Evaluation.TimedOut.class);

    release.countDown();
    assertThat(first.join()).isInstanceOf(Evaluation.Rendered.class);
    assertThat(evaluator.evaluate(request(Duration.ZERO), Cancellation.NEVER))
        .isInstanceOf(Evaluation.Rendered.class);
  }

  @Test
  void waitingInLineEndsWhenCancelled() throws InterruptedException {
    var line = Permits.lettingWaitBeyond(1);
    var evaluator = evaluator(line, Duration.ZERO, stop -> stubborn());
    var running = evaluateAside(evaluator, Cancellation.NEVER);
    begun.await();
    var cancellation = new CancellationSwitch();
    var waiting = evaluateAside(evaluator, cancellation);

    cancellation.cancel();

    assertThat(waiting.join()).isInstanceOf(Evaluation.Cancelled.class);
    assertThat(line.inUse()).isEqualTo(1);
    release.countDown();
    running.join();
  }

  private static CompletableFuture<Evaluation> evaluateAside(
      GatedEvaluator evaluator, Cancellation cancellation) {
    var answer = new CompletableFuture<Evaluation>();
    Thread.ofVirtual()
        .start(() -> answer.complete(evaluator.evaluate(request(Duration.ZERO), cancellation)));
    return answer;
  }

  private interface Body {
    Evaluation run(Cancellation stop);
  }

  @Test
  void whereNoThreadCanBeHadThePlaceIsFreeAgain() {
    var evaluator =
        new GatedEvaluator(
            new TowerEngine(), permits, new EvaluationThreads(Duration.ofSeconds(1)), notes);
    made.add(evaluator);

    assertThat(evaluator.evaluate(request(Duration.ofSeconds(5)), Cancellation.NEVER))
        .isInstanceOf(Evaluation.Refused.class);
    assertThat(permits.inUse()).isZero();
  }

  /** Needs a stack that no machine has. */
  private static final class TowerEngine implements EvaluationEngine {

    @Override
    public Evaluation evaluate(EvaluationRequest request, Cancellation cancellation) {
      return rendered();
    }

    @Override
    public long stackBytes(EvaluationLimits limits) {
      return 1L << 50;
    }

    @Override
    public Duration grace() {
      return Duration.ZERO;
    }
  }

  /** An engine that does what the test says. */
  private record BodyEngine(Duration grace, Body body) implements EvaluationEngine {

    @Override
    public Evaluation evaluate(EvaluationRequest request, Cancellation cancellation) {
      return body.run(cancellation);
    }

    @Override
    public long stackBytes(EvaluationLimits limits) {
      return 1 << 20;
    }
  }

  /** Writes down what it hears. */
  private static final class Notes implements EvaluationListener {

    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void answered(EvaluationRequest request, Evaluation evaluation, Duration elapsed) {
      lines.add("answered " + evaluation.getClass().getSimpleName());
    }

    @Override
    public void leftRunning(EvaluationRequest request) {
      lines.add("left running");
    }

    @Override
    public void leftRunningEnded(EvaluationRequest request) {
      lines.add("left running ended");
    }

    @Override
    public void broke(EvaluationRequest request, Throwable defect) {
      lines.add("broke " + defect.getMessage());
    }
  }
}
