// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static wtf.metio.jaas.domain.evaluation.EvaluationFixture.program;
import static wtf.metio.jaas.domain.evaluation.EvaluationFixture.withArguments;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.domain.evaluation.Document;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.domain.evaluation.EvaluationRequest;
import wtf.metio.jaas.domain.evaluation.EvaluationUsage;
import wtf.metio.jaas.domain.evaluation.FailureReason;
import wtf.metio.jaas.domain.evaluation.Variable;
import wtf.metio.jaas.domain.source.FileProof;
import wtf.metio.jaas.evaluator.Lane;

class OffendersTest {

  private static final EvaluationUsage USAGE = EvaluationUsage.ofTime(Duration.ofSeconds(5));
  private static final Evaluation LATE = new Evaluation.TimedOut(Duration.ofSeconds(5), USAGE);
  private static final Evaluation RENDERED =
      new Evaluation.Rendered(new Document(new byte[0]), USAGE, List.of());
  private static final Offenders.Verdict ORDINARY = new Offenders.Verdict.Try(Lane.ORDINARY);
  private static final Offenders.Verdict SMALL_LANE = new Offenders.Verdict.Try(Lane.OFFENDERS);

  private final AtomicLong now = new AtomicLong(1_000_000);
  private final Offenders offenders = new Offenders(now::get);
  private final AtomicBoolean unchanged = new AtomicBoolean(true);
  private final EvaluationRequest program = program("1");
  private final ResultKey key = ResultKey.of(program);

  private Reads reads() {
    return new Reads(List.of(FileProof.ALWAYS, unchanged::get));
  }

  private void ended(Evaluation evaluation) {
    offenders.ended(key, evaluation, reads());
  }

  private Offenders.Verdict verdict() {
    return verdict(key);
  }

  private Offenders.Verdict verdict(ResultKey asked) {
    return offenders.judge(asked, System.nanoTime());
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private static Offenders.Verdict heldBack(Duration remaining) {
    return new Offenders.Verdict.HoldBack(remaining);
  }

  private static Evaluation failed(FailureReason reason) {
    return new Evaluation.Failed(reason, "", "", USAGE, List.of());
  }

  private ResultKey withArgument(int value) {
    var arguments = Map.<String, Variable>of("x", new Variable.Text("" + value));
    return ResultKey.of(withArguments(program, arguments));
  }

  @Test
  void whoIsLateIsHeldBackAndThenTriedInTheSmallLane() {
    assertThat(verdict()).isEqualTo(ORDINARY);
    ended(LATE);

    assertThat(verdict()).isEqualTo(heldBack(Duration.ofSeconds(1)));
    pass(Duration.ofMillis(999));
    assertThat(verdict()).isEqualTo(heldBack(Duration.ofMillis(1)));
    pass(Duration.ofMillis(1));
    assertThat(verdict()).isEqualTo(SMALL_LANE);
  }

  @Test
  void everyTimeItIsHeldBackForTwiceAsLongUpToAMinute() {
    for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
      ended(LATE);
      assertThat(verdict()).isEqualTo(heldBack(Duration.ofSeconds(seconds)));
      pass(Duration.ofSeconds(seconds));
      assertThat(verdict()).isEqualTo(SMALL_LANE);
    }
  }

  @Test
  void whoAsksForTooMuchIsTreatedAlike() {
    ended(failed(FailureReason.LIMIT));

    assertThat(verdict()).isEqualTo(heldBack(Duration.ofSeconds(1)));
  }

  @Test
  void noOtherEndIsAnOffence() {
    for (var reason : FailureReason.values()) {
      if (reason != FailureReason.LIMIT) {
        ended(failed(reason));
      }
    }
    ended(RENDERED);
    ended(new Evaluation.Cancelled(USAGE));
    ended(new Evaluation.Refused(1, Duration.ofSeconds(1)));

    assertThat(verdict()).isEqualTo(ORDINARY);
    assertThat(offenders.size()).isZero();
  }

  @Test
  void whoReadNothingWasNotLateByItsOwnFault() {
    offenders.ended(key, LATE, Reads.NONE);

    assertThat(verdict()).isEqualTo(ORDINARY);
  }

  @Test
  void anotherEndClears() {
    ended(LATE);
    ended(RENDERED);
    assertThat(verdict()).isEqualTo(ORDINARY);
    ended(LATE);
    ended(failed(FailureReason.RUNTIME));
    assertThat(verdict()).isEqualTo(ORDINARY);
    ended(LATE);
    assertThat(verdict()).isEqualTo(heldBack(Duration.ofSeconds(1)));
  }

  @Test
  void whatSaysNothingClearsNothing() {
    ended(LATE);
    ended(new Evaluation.Cancelled(USAGE));
    ended(new Evaluation.Refused(1, Duration.ofSeconds(1)));

    assertThat(verdict()).isEqualTo(heldBack(Duration.ofSeconds(1)));
  }

  @Test
  void aChangedFileClears() {
    ended(LATE);
    unchanged.set(false);

    assertThat(verdict()).isEqualTo(ORDINARY);
    unchanged.set(true);
    assertThat(verdict()).isEqualTo(ORDINARY);
  }

  @Test
  void otherArgumentsAreNotHeldBack() {
    ended(LATE);

    assertThat(verdict(withArgument(1))).isEqualTo(ORDINARY);
  }

  @Test
  void aProgramThatIsLateWithManyArgumentsGetsTheSmallLaneForAll() {
    for (int i = 0; i < 8; i++) {
      assertThat(verdict(withArgument(100))).isEqualTo(ORDINARY);
      offenders.ended(withArgument(i), LATE, reads());
    }
    assertThat(verdict(withArgument(100))).isEqualTo(SMALL_LANE);
    assertThat(verdict(ResultKey.of(program("2")))).isEqualTo(ORDINARY);

    offenders.ended(withArgument(100), RENDERED, reads());
    assertThat(verdict(withArgument(101))).isEqualTo(SMALL_LANE);
  }

  @Test
  void theSameArgumentsCountOnce() {
    for (int i = 0; i < 100; i++) {
      offenders.ended(withArgument(1), LATE, reads());
    }
    assertThat(verdict(withArgument(2))).isEqualTo(ORDINARY);
  }

  @Test
  void aProgramThatGoesOnStaysInTheSmallLaneAndLeavesItLater() {
    for (int i = 0; i < 8; i++) {
      offenders.ended(withArgument(i), LATE, reads());
    }
    for (int i = 8; i < 100; i++) {
      pass(Duration.ofSeconds(5));
      assertThat(verdict(withArgument(i))).isEqualTo(SMALL_LANE);
      offenders.ended(withArgument(i), LATE, reads());
    }
    pass(Duration.ofSeconds(80));
    assertThat(verdict(withArgument(1000))).isEqualTo(ORDINARY);
  }

  @Test
  void aChangeFreesTheWholeProgram() {
    for (int i = 0; i < 8; i++) {
      offenders.ended(withArgument(i), LATE, reads());
    }
    unchanged.set(false);
    assertThat(verdict(withArgument(1))).isEqualTo(ORDINARY);
    assertThat(verdict(withArgument(100))).isEqualTo(ORDINARY);
  }

  @Test
  void theOldestAreForgottenWhenThereAreTooMany() {
    for (int i = 0; i < 12_000; i++) {
      offenders.ended(withArgument(i), LATE, reads());
    }
    assertThat(offenders.size()).isEqualTo(10_000);
    assertThat(verdict(withArgument(1_999))).isEqualTo(SMALL_LANE);
    assertThat(verdict(withArgument(2_000))).isInstanceOf(Offenders.Verdict.HoldBack.class);
  }
}
