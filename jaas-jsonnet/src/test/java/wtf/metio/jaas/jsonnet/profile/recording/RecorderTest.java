// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.jsonnet.profile.Kind;

class RecorderTest {

  private final AtomicLong clock = new AtomicLong(1_000);
  private final AtomicLong steps = new AtomicLong(7);
  private final AtomicLong bytes = new AtomicLong(5_000);
  private final Site root = Site.nowhere(Kind.OUTPUT, "root");
  private final Site outer = Site.nowhere(Kind.FUNCTION, "outer");
  private final Site inner = Site.nowhere(Kind.FUNCTION, "inner");
  private final CallTree tree = new CallTree();
  private final Recorder recorder =
      new Recorder(new Meters(clock::get, steps::get, bytes::get), root, tree);

  @Test
  void timeBelongsToTheInnermostAndWithinTotalToAllAround() {
    recorder.start();
    recorder.enter(outer);
    clock.addAndGet(10);
    recorder.enter(inner);
    clock.addAndGet(5);
    recorder.exit();
    clock.addAndGet(1);
    recorder.exit();
    clock.addAndGet(100);
    recorder.finish();

    assertThat(outer.selfNanos).isEqualTo(11);
    assertThat(outer.totalNanos).isEqualTo(16);
    assertThat(inner.selfNanos).isEqualTo(5);
    assertThat(root.selfNanos).isEqualTo(100);
    assertThat(root.totalNanos).isEqualTo(116);
  }

  @Test
  void theTotalOfAFunctionThatCallsItselfIsThatOfItsOutermostCall() {
    recorder.start();
    recorder.enter(outer);
    clock.addAndGet(10);
    recorder.enter(inner);
    clock.addAndGet(3);
    recorder.enter(outer);
    clock.addAndGet(20);
    recorder.exit();
    recorder.exit();
    recorder.exit();
    recorder.enter(outer);
    clock.addAndGet(4);
    recorder.exit();
    recorder.finish();

    assertThat(outer.calls).isEqualTo(3);
    assertThat(outer.selfNanos).isEqualTo(34);
    assertThat(outer.totalNanos).isEqualTo(37);
    assertThat(inner.totalNanos).isEqualTo(23);
  }

  @Test
  void workLeftForLaterIsNoCallButCostsTime() {
    recorder.start();
    recorder.enter(inner);
    recorder.resume(outer);
    clock.addAndGet(9);
    recorder.exit();
    recorder.exit();
    recorder.finish();

    assertThat(outer.calls).isZero();
    assertThat(outer.selfNanos).isEqualTo(9);
    assertThat(outer.ran()).isTrue();
    assertThat(inner.selfNanos).isZero();
    assertThat(inner.totalNanos).isEqualTo(9);
  }

  @Test
  void whatIsOpenAtTheEndEndsThen() {
    recorder.start();
    recorder.enter(outer);
    clock.addAndGet(2);
    recorder.enter(inner);
    clock.addAndGet(3);
    recorder.finish();

    assertThat(outer.totalNanos).isEqualTo(5);
    assertThat(inner.totalNanos).isEqualTo(3);
    assertThat(root.totalNanos).isEqualTo(5);
  }

  @Test
  void stepsAndBytesGoWhereTheTimeGoes() {
    recorder.start();
    recorder.enter(outer);
    steps.addAndGet(30);
    bytes.addAndGet(400);
    recorder.exit();
    recorder.finish();

    assertThat(outer.steps).isEqualTo(30);
    assertThat(outer.bytes).isEqualTo(400);
    assertThat(root.steps).isZero();
    assertThat(root.bytes).isZero();
  }

  @Test
  void moreThanFitsAtFirstMayBeOpen() {
    recorder.start();
    for (int i = 0; i < 5_000; i++) {
      recorder.enter(i % 2 == 0 ? outer : inner);
      clock.addAndGet(1);
    }
    recorder.finish();

    assertThat(outer.selfNanos).isEqualTo(2_500);
    assertThat(outer.totalNanos).isEqualTo(5_000);
    assertThat(inner.totalNanos).isEqualTo(4_999);
  }

  @Test
  void stacksHoldTheSameTime() {
    recorder.start();
    recorder.enter(outer);
    clock.addAndGet(10);
    recorder.enter(inner);
    clock.addAndGet(5);
    recorder.exit();
    recorder.enter(inner);
    clock.addAndGet(6);
    recorder.finish();

    assertThat(tree.stacks(0))
        .extracting(stack -> String.join(";", stack.frames()) + ' ' + stack.selfNanos())
        .containsExactlyInAnyOrder("root;outer 10", "root;outer;inner 11");
  }

  @Test
  void aTreeThatIsFullChargesWhatIsNewToWhatItHas() {
    recorder.start();
    for (int i = 0; i < 300_000; i++) {
      recorder.enter(Site.nowhere(Kind.FUNCTION, "f" + i));
      clock.addAndGet(1);
      recorder.exit();
    }
    recorder.finish();

    var stacks = tree.stacks(0);
    assertThat(stacks).hasSizeLessThanOrEqualTo(200_000);
    assertThat(stacks.stream().mapToLong(stack -> stack.selfNanos()).sum()).isEqualTo(300_000);
  }

  @Test
  void lookingAtTheClockIsTakenOffButNeverMoreThanThereIs() {
    // A clock that takes seven nanoseconds to be looked at.
    var slow =
        new Recorder(new Meters(() -> clock.addAndGet(7), steps::get, bytes::get), root, null);
    slow.start();
    slow.enter(outer);
    clock.addAndGet(50);
    slow.enter(inner);
    slow.exit();
    slow.exit();
    slow.finish();

    assertThat(Recorder.nanosPerRead(new Meters(() -> clock.addAndGet(7), () -> 0, () -> 0), false))
        .isCloseTo(7, within(0.01));
    assertThat(outer.netSelf(7)).isEqualTo(50);
    assertThat(outer.netTotal(7)).isEqualTo(50);
    assertThat(inner.netSelf(7)).isZero();
    assertThat(root.netTotal(7)).isEqualTo(50);
    assertThat(inner.netSelf(100)).isZero();
  }
}
