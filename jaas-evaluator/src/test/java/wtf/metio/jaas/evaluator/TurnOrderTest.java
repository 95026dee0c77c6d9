// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.domain.evaluation.Caller;

class TurnOrderTest {

  private static final Duration LENGTH = Duration.ofMillis(5);

  private final TurnOrder order = new TurnOrder(LENGTH);
  private final Map<TurnOrder.Member, String> names = new HashMap<>();

  private TurnOrder.Member enter(String caller, String name) {
    var member = order.enter(Caller.http(caller), () -> {});
    names.put(member, name);
    return member;
  }

  private List<TurnOrder.Member> enter(String caller, int count) {
    var members = new ArrayList<TurnOrder.Member>();
    for (int i = 0; i < count; i++) {
      members.add(enter(caller, caller));
    }
    return members;
  }

  /** One processor for so many turns; whoever had one stands in line again. */
  private List<String> turns(int count) {
    var order = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      var next = this.order.next();
      order.add(names.get(next));
      this.order.settle(next, LENGTH.toNanos());
      this.order.queue(next);
    }
    return order;
  }

  private static long count(List<String> turns, String name) {
    return turns.stream().filter(name::equals).count();
  }

  @Test
  void eightEvaluationsOfOneCallerCountLikeOneOfAnother() {
    enter("many", 8).forEach(order::queue);
    enter("one", 1).forEach(order::queue);

    var turns = turns(1000);

    assertThat(count(turns, "one")).isBetween(495L, 505L);
  }

  @Test
  void threeCallersGetAThirdEach() {
    enter("many", 30).forEach(order::queue);
    enter("few", 3).forEach(order::queue);
    enter("one", 1).forEach(order::queue);

    var turns = turns(3000);

    for (var name : List.of("many", "few", "one")) {
      assertThat(count(turns, name)).as(name).isBetween(980L, 1020L);
    }
  }

  @Test
  void whoComesNewIsNextOrNextButOne() {
    enter("many", 8).forEach(order::queue);
    turns(1000);
    order.queue(enter("new", "new"));

    assertThat(turns(2)).contains("new");
  }

  @Test
  void aNewEvaluationGoesBeforeOlderOnesOfItsOwnCaller() {
    enter("caller", 8).forEach(order::queue);
    turns(1000);
    order.queue(enter("caller", "new"));

    assertThat(turns(2)).contains("new");
  }

  @Test
  void amongOlderOnesOfACallerEachHasItsTurn() {
    for (int i = 0; i < 8; i++) {
      order.queue(enter("caller", "evaluation " + i));
    }
    turns(100);

    assertThat(turns(8)).doesNotHaveDuplicates();
  }

  @Test
  void aStreamOfNewOnesDoesNotStopWhoComputesForLong() {
    var old = enter("old", "old");
    order.queue(old);
    turns(1000);

    int turnsOfOld = 0;
    for (int i = 0; i < 1000; i++) {
      order.queue(enter("caller " + i, "new"));
      var next = order.next();
      order.settle(next, LENGTH.toNanos());
      if (next == old) {
        turnsOfOld++;
        order.queue(old);
      } else {
        order.exit(next);
      }
    }

    assertThat(turnsOfOld).isGreaterThan(30);
  }

  @Test
  void aPauseIsNotOwed() {
    enter("busy", 2).forEach(order::queue);
    turns(100);
    var idle = enter("idle", "idle");
    turns(100_000);
    order.queue(idle);

    // A head start of twenty milliseconds is four turns, and every other one after that.
    assertThat(count(turns(100), "idle")).isBetween(48L, 56L);
  }

  @Test
  void twoProcessorsAreNotBothGivenToTheSameCaller() {
    enter("many", 8).forEach(order::queue);
    enter("one", 1).forEach(order::queue);

    assertThat(List.of(names.get(order.next()), names.get(order.next())))
        .containsExactlyInAnyOrder("many", "one");
  }

  @Test
  void whoLeavesTheLineGetsNoTurn() {
    var tired = enter("caller", "tired");
    order.queue(tired);

    assertThat(order.leave(tired)).isTrue();
    assertThat(order.leave(tired)).isFalse();
    assertThat(order.next()).isNull();
  }

  @Test
  void aCallerWithoutEvaluationsIsForgotten() {
    var members = enter("caller", 2);
    order.exit(members.getFirst());
    assertThat(order.callers()).isEqualTo(1);

    order.exit(members.getLast());
    assertThat(order.callers()).isZero();
  }
}
