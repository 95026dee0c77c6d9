// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.domain.evaluation.Caller;

class PlaceOrderTest {

  private static final Caller HOT = Caller.http("hot");
  private static final Duration QUICK = Duration.ofMillis(5);
  private static final Duration SLOW = Duration.ofSeconds(5);

  /** Has a caller hold a place for so long. */
  private static void know(PlaceOrder<String> order, Duration held, Caller caller) {
    order.take(caller);
    order.giveBack(caller, held);
  }

  /** Lets as many of a caller in as go. */
  private static int fill(PlaceOrder<String> order, Caller caller) {
    int taken = 0;
    while (order.take(caller)) {
      taken++;
    }
    return taken;
  }

  @Test
  void aloneACallerGetsHalfOfThePlaces() {
    var order = new PlaceOrder<String>(16, 64);
    know(order, QUICK, HOT);

    assertThat(fill(order, HOT)).isEqualTo(8);
    assertThat(fill(new PlaceOrder<>(2, 64), HOT)).isEqualTo(1);
    assertThat(fill(new PlaceOrder<>(1, 64), HOT)).isEqualTo(1);
  }

  @Test
  void manySlowCallersLeaveAQuarterForOthersAndNewOnesAnEighth() {
    var order = new PlaceOrder<String>(16, 64);
    know(order, QUICK, HOT);
    for (int i = 0; i < 32; i++) {
      know(order, SLOW, Caller.http("slow " + i));
    }

    assertThat(fill(order, "slow ")).isEqualTo(12);
    assertThat(fill(order, "new ")).isEqualTo(2);
    assertThat(order.take(HOT)).isTrue();
  }

  /** Lets one each of many callers in, if it goes. */
  private static int fill(PlaceOrder<String> order, String name) {
    int taken = 0;
    for (int i = 0; i < 32; i++) {
      taken += order.take(Caller.http(name + i)) ? 1 : 0;
    }
    return taken;
  }

  @Test
  void withoutALineNothingIsDivided() {
    assertThat(fill(new PlaceOrder<>(16, 0), HOT)).isEqualTo(16);
  }

  @Test
  void placesGoRoundBetweenThoseWhoWait() {
    var order = new PlaceOrder<String>(1, 64);
    order.take(HOT);
    for (var name : List.of("a", "a", "a", "b", "c", "c")) {
      order.queue(Caller.http(name), name);
    }

    assertThat(served(order, 6)).containsExactly("a", "b", "c", "a", "c", "a");
  }

  private static List<String> served(PlaceOrder<String> order, int count) {
    var served = new ArrayList<String>();
    var running = HOT;
    for (int i = 0; i < count; i++) {
      order.giveBack(running, QUICK);
      var next = order.next();
      served.add(next);
      running = Caller.http(next);
    }
    return served;
  }

  @Test
  void callersThatWantMuchEndUpWithEqualShares() {
    var order = new PlaceOrder<String>(16, 1000);
    var holding = new HashMap<String, Integer>();
    for (var name : List.of("a", "b", "c")) {
      for (int i = 0; i < 50; i++) {
        if (order.take(Caller.http(name))) {
          holding.merge(name, 1, Integer::sum);
        } else {
          order.queue(Caller.http(name), name);
        }
      }
    }

    churn(order, holding, new Random(1));

    assertThat(holding.values()).allSatisfy(count -> assertThat(count).isBetween(3, 5));
  }

  /** Somebody ends, the next one comes, and the caller that ended asks again. */
  private static void churn(PlaceOrder<String> order, Map<String, Integer> holding, Random random) {
    for (int i = 0; i < 500; i++) {
      var running = holding.entrySet().stream().filter(e -> e.getValue() > 0).toList();
      var ending = running.get(random.nextInt(running.size())).getKey();
      holding.merge(ending, -1, Integer::sum);
      order.giveBack(Caller.http(ending), QUICK);
      order.queue(Caller.http(ending), ending);
      for (var next = order.next(); next != null; next = order.next()) {
        holding.merge(next, 1, Integer::sum);
      }
    }
  }

  @Test
  void whoIsGoneIsForgotten() {
    var order = new PlaceOrder<String>(1, 2);
    order.take(HOT);
    order.take(Caller.http("turned away"));
    order.queue(Caller.http("left"), "left");
    order.leave(Caller.http("left"), "left");
    order.queue(Caller.http("served"), "served");
    order.giveBack(HOT, QUICK);
    order.next();
    order.giveBack(Caller.http("served"), QUICK);

    assertThat(order.callers()).isZero();
    assertThat(order.inUse()).isZero();
    assertThat(order.waiting()).isZero();
  }

  @Test
  void whoHoldsNothingHasNothingToGiveBack() {
    assertThatThrownBy(() -> new PlaceOrder<String>(1, 1).giveBack(HOT, QUICK))
        .isInstanceOf(IllegalStateException.class);
  }
}
