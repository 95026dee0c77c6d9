// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.leader;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.testservers.cluster.Awaiting;

/** A replica that does nothing but lead, and remembers what it was told. */
final class Replica implements Leadership, LeaderListener {

  final List<String> told = new CopyOnWriteArrayList<>();
  final List<String> heard = new CopyOnWriteArrayList<>();

  /** Of all terms, the last one included. */
  final List<Fence> fences = new CopyOnWriteArrayList<>();

  volatile Fence fence = () -> false;

  /** How long it needs to end a term. */
  volatile Duration slow = Duration.ZERO;

  @Override
  public void begin(Fence open) {
    fence = open;
    fences.add(open);
    told.add("begin");
  }

  @Override
  public void end() {
    long end = System.nanoTime() + slow.toNanos();
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    told.add("end " + (fence.open() ? "open" : "closed"));
  }

  @Override
  public void leads() {
    heard.add("leads");
  }

  @Override
  public void leadsNoMore(String why) {
    heard.add(why);
  }

  @Override
  public void follows(String holder) {
    heard.add("follows " + holder);
  }

  @Override
  public void failed(String message) {
    heard.add("failed");
  }

  void awaitOpen() {
    Awaiting.until("the fence is open", () -> fence.open());
  }

  void awaitClosed() {
    Awaiting.until("the fence is closed", () -> !fence.open());
  }
}
