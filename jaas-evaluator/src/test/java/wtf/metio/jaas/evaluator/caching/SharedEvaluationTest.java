// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.caching;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static wtf.metio.jaas.domain.evaluation.EvaluationFixture.MAIN;
import static wtf.metio.jaas.domain.evaluation.EvaluationFixture.output;
import static wtf.metio.jaas.domain.evaluation.EvaluationFixture.program;
import static wtf.metio.jaas.domain.evaluation.EvaluationFixture.request;
import static wtf.metio.jaas.domain.evaluation.EvaluationFixture.tree;
import static wtf.metio.jaas.domain.evaluation.EvaluationFixture.within;
import static wtf.metio.jaas.evaluator.caching.CachingFixture.ask;
import static wtf.metio.jaas.evaluator.caching.CachingFixture.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.evaluation.CancellationSwitch;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.domain.evaluation.EvaluationLimits;
import wtf.metio.jaas.domain.evaluation.EvaluationRequest;
import wtf.metio.jaas.domain.evaluation.EvaluatorContract;
import wtf.metio.jaas.domain.evaluation.EvaluatorContract.ChangingTree;
import wtf.metio.jaas.domain.evaluation.GatedTree;
import wtf.metio.jaas.domain.evaluation.Program;

@Timeout(60)
class SharedEvaluationTest {

  private final CountingEngine engine = new CountingEngine(CachingFixture.jsonnet());
  private final CachingEvaluator evaluator = CachingFixture.evaluator(engine, 4, 1 << 20);

  @AfterEach
  void close() {
    evaluator.close();
  }

  private static GatedTree gate(String source) {
    return new GatedTree(tree("home", Map.of("main.jsonnet", source)));
  }

  private CompletableFuture<Evaluation> leader(EvaluationRequest request, GatedTree gate)
      throws InterruptedException {
    var leader = ask(evaluator, request, Cancellation.NEVER);
    gate.awaitReader();
    return leader;
  }

  private CompletableFuture<Evaluation> follower(
      EvaluationRequest request, Cancellation cancellation) {
    long before = evaluator.joined();
    var follower = ask(evaluator, request, cancellation);
    await(() -> evaluator.joined() > before);
    return follower;
  }

  @Test
  void whoAsksForTheSameAtTheSameTimeSharesOneEvaluation() throws InterruptedException {
    var gate = gate("{ a: 1 }");
    var request = request(Program.of(MAIN, gate));
    var leader = leader(request, gate);
    var followers = range(0, 20).mapToObj(_ -> follower(request, Cancellation.NEVER)).toList();
    gate.open();

    assertThat(followers).allSatisfy(it -> assertThat(it.join()).isSameAs(leader.join()));
    assertThat(engine.count()).isEqualTo(1);
    assertThat(evaluator.joined()).isEqualTo(20);
  }

  @Test
  void theFirstOneMayLeaveTheOthersAlone() throws InterruptedException {
    var gate = gate("{ a: 1 }");
    var request = request(Program.of(MAIN, gate));
    var cancellation = new CancellationSwitch();
    var leader = ask(evaluator, request, cancellation);
    gate.awaitReader();
    var follower = follower(request, Cancellation.NEVER);
    cancellation.cancel();

    assertThat(leader.join()).isInstanceOf(Evaluation.Cancelled.class);
    gate.open();
    assertThat(output(follower.join())).contains("1");
    assertThat(engine.count()).isEqualTo(1);
  }

  @Test
  void anEvaluationEndsWhenTheLastOneHasLeft() throws InterruptedException {
    var gate = gate(EvaluatorContract.LONG_WORK);
    var request = request(Program.of(MAIN, gate));
    var first = new CancellationSwitch();
    var second = new CancellationSwitch();
    var leader = ask(evaluator, request, first);
    gate.awaitReader();
    var follower = follower(request, second);
    gate.open();
    first.cancel();
    assertThat(leader.join()).isInstanceOf(Evaluation.Cancelled.class);
    second.cancel();
    assertThat(follower.join()).isInstanceOf(Evaluation.Cancelled.class);

    // Its place is free again long before it would have ended.
    for (int i = 0; i < 4; i++) {
      var source = "" + i;
      await(
          () ->
              evaluator.evaluate(program(source), Cancellation.NEVER)
                  instanceof Evaluation.Rendered);
    }
    assertThat(evaluator.offenders()).isZero();
  }

  @Test
  void whatWasCancelledIsBegunAnewForTheNext() throws InterruptedException {
    var gate = gate("{ a: 1 }");
    var request = request(Program.of(MAIN, gate));
    var cancellation = new CancellationSwitch();
    var first = ask(evaluator, request, cancellation);
    gate.awaitReader();
    cancellation.cancel();
    assertThat(first.join()).isInstanceOf(Evaluation.Cancelled.class);

    var second = ask(evaluator, request, Cancellation.NEVER);
    await(() -> engine.count() == 2);
    gate.open();
    assertThat(output(second.join())).contains("1");
    assertThat(evaluator.joined()).isZero();
  }

  @Test
  void anInterruptEndsTheWaitingOfOne() throws InterruptedException {
    var gate = gate("{ a: 1 }");
    var request = request(Program.of(MAIN, gate));
    var leader = leader(request, gate);
    var answer = new AtomicReference<Evaluation>();
    var thread =
        Thread.ofVirtual().start(() -> answer.set(evaluator.evaluate(request, Cancellation.NEVER)));
    await(() -> evaluator.joined() == 1);
    thread.interrupt();
    thread.join();

    assertThat(answer.get()).isInstanceOf(Evaluation.Cancelled.class);
    gate.open();
    assertThat(output(leader.join())).contains("1");
  }

  @Test
  void nobodyWaitsForLongerThanItsOwnDeadline() throws InterruptedException {
    var timeout = Duration.ofSeconds(2);
    var gate = gate("1");
    var request =
        within(EvaluationLimits.DEFAULTS.withTimeout(timeout), request(Program.of(MAIN, gate)));
    var leader = timed(request);
    gate.awaitReader();
    var follower = timed(request);

    assertThat(leader.join()).isBetween(timeout, timeout.plus(EvaluatorContract.SLACK));
    assertThat(follower.join()).isLessThan(timeout.plus(EvaluatorContract.SLACK));
    assertThat(engine.count()).isEqualTo(1);
    gate.open();
  }

  @Test
  void whoFliesASecondTimeHasNoMoreTimeThanOthers() throws InterruptedException {
    var timeout = Duration.ofMillis(1500);
    var texts = new ConcurrentHashMap<>(Map.of("main.jsonnet", "importstr 'gate'"));
    var gate = new GatedTree(tree("gate", Map.of("gate", "")));
    var program = new Program(MAIN, new ChangingTree(texts), Map.of(), List.of(gate));
    var request = within(EvaluationLimits.DEFAULTS.withTimeout(timeout), request(program));
    var leader = leader(request, gate);
    texts.put("main.jsonnet", EvaluatorContract.LONG_WORK);
    var follower = timed(request);
    await(() -> evaluator.joined() == 1);
    gate.open();

    assertThat(output(leader.join())).isEqualTo("\"\"\n");
    assertThat(follower.join()).isBetween(timeout, timeout.plus(EvaluatorContract.SLACK));
    assertThat(engine.count()).isEqualTo(2);
  }

  /** How long it takes until it is late. */
  private CompletableFuture<Duration> timed(EvaluationRequest request) {
    long begin = System.nanoTime();
    return ask(evaluator, request, Cancellation.NEVER)
        .thenApply(
            evaluation -> {
              assertThat(evaluation).isInstanceOf(Evaluation.TimedOut.class);
              return Duration.ofNanos(System.nanoTime() - begin);
            });
  }

  @Test
  void aFailureIsSharedWithThoseWhoWaitForItAndNobodyElse() throws InterruptedException {
    var gate = gate("error 'x'");
    var request = request(Program.of(MAIN, gate));
    var leader = leader(request, gate);
    var follower = follower(request, Cancellation.NEVER);
    gate.open();

    assertThat(follower.join()).isSameAs(leader.join()).isInstanceOf(Evaluation.Failed.class);
    assertThat(evaluator.evaluate(request, Cancellation.NEVER)).isNotSameAs(leader.join());
    assertThat(engine.count()).isEqualTo(2);
  }

  @Test
  void whoAsksAfterAnEditDoesNotTakeWhatWasReadBefore() throws InterruptedException {
    var texts = new ConcurrentHashMap<>(Map.of("main.jsonnet", "(import 'a') + importstr 'gate'"));
    texts.put("a", "'old'");
    var edited = new ChangingTree(texts);
    var gate = new GatedTree(tree("gate", Map.of("gate", "")));
    var request = request(new Program(MAIN, edited, Map.of(), List.of(gate)));
    var leader = leader(request, gate);
    texts.put("a", "'new'");
    var follower = follower(request, Cancellation.NEVER);
    gate.open();

    assertThat(output(leader.join())).isEqualTo("\"old\"\n");
    assertThat(output(follower.join())).isEqualTo("\"new\"\n");
    assertThat(output(evaluator.evaluate(request, Cancellation.NEVER))).isEqualTo("\"new\"\n");
    assertThat(engine.count()).isEqualTo(2);
  }

  @Test
  void closingEndsItForAll() throws InterruptedException {
    var gate = gate(EvaluatorContract.LONG_WORK);
    var request = request(Program.of(MAIN, gate));
    var leader = leader(request, gate);
    var follower = follower(request, Cancellation.NEVER);
    gate.open();
    evaluator.close();

    assertThat(leader.join()).isInstanceOf(Evaluation.Cancelled.class);
    assertThat(follower.join()).isInstanceOf(Evaluation.Cancelled.class);
  }
}
