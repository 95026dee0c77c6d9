// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.testservers.cluster.Awaiting;
import wtf.metio.jaas.testservers.cluster.Installation;
import wtf.metio.jaas.testservers.cluster.Resource;
import wtf.metio.jaas.testservers.cluster.Watch;

/** A leader is asked to end while it has much to do, and another replica is there. */
interface GracefulStops {

  int SOME = 50;
  int MANY = 200;

  /** The platform kills what takes longer. */
  Duration GRACE = Duration.ofSeconds(30);

  /** What machines that do other things too may need for what takes a second or three. */
  Duration GENEROUS = Duration.ofSeconds(20);

  /** Where this happens. */
  Ground ground();

  @Test
  default void aLeaderThatIsAskedToEndHandsOver() throws IOException, InterruptedException {
    stop(SOME, 1);
  }

  @Test
  @Tag("long")
  default void leadersThatAreAskedToEndHandOver() throws IOException, InterruptedException {
    stop(MANY, Rounds.of(5));
  }

  private void stop(int size, int rounds) throws IOException, InterruptedException {
    ground().end();
    var writes = ground().writes();
    var team = ground().team(size + 1);
    var edited = new Team(team.installation(), team.namespace(), size);
    team.edit("first");
    ground().start(List.of()).awaitReady();
    ground().start(List.of()).awaitReady();
    ground().assertWell(team, "first");
    for (int round = 0; round < rounds; round++) {
      try (var load = new Load(edited, Duration.ofMillis(5))) {
        Awaiting.until("there is much to do", () -> load.edits() > size);
        stopLeader(team, "fresh-" + round);
      }
      team.edit("edition-" + round);
      ground().assertWell(team, "edition-" + round);
      ground().start(List.of()).awaitReady();
    }
    ground().assertLeavesNothing(team);
    assertThat(writes.trespasses(ground().addresses())).isEmpty();
    ground().end();
  }

  private void stopLeader(Team team, String edition) throws IOException, InterruptedException {
    var leader = ground().leader().orElseThrow();
    var holder = ground().lease().text("/spec/holderIdentity").orElseThrow();
    var lease = Resource.LEASES.in(Installation.NAMESPACE);
    try (var watch = ground().cluster().admin().watch(lease)) {
      long begin = System.nanoTime();
      leader.signal("TERM");
      team.edit(team.size() - 1, edition);
      var exited = CompletableFuture.supplyAsync(() -> exited(leader, begin));
      watch.until(event -> !holder(event).equals(holder));
      var free = since(begin);
      watch.until(event -> !holder(event).isEmpty() && !holder(event).equals(holder));
      var taken = since(begin);
      team.awaitPublished(team.size() - 1, edition);
      var fresh = since(begin);
      var end = exited.join();
      System.out.printf(
          "graceful stop of a leader of %d snippets: lease free after %d ms, taken after %d ms,"
              + " a fresh edit is published after %d ms, exit after %d ms%n",
          team.size(), free.toMillis(), taken.toMillis(), fresh.toMillis(), end.toMillis());
      assertThat(leader.exitCode()).isZero();
      assertThat(end).isLessThan(GRACE);
      assertThat(List.of(free, taken, fresh)).allMatch(time -> time.compareTo(GENEROUS) < 0);
    }
  }

  private static String holder(Watch.Event event) {
    return event.object().text("/spec/holderIdentity").orElse("");
  }

  private static Duration exited(OperatorReplica replica, long begin) {
    try {
      replica.exitCode();
      return since(begin);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
