// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.testservers.cluster.Awaiting;

/** Two replicas over one folder; one leads, and who does not writes nothing. */
interface ReplicaFaults {

  int FEW = 4;
  int MANY = 30;

  /** Where this happens. */
  Ground ground();

  /** Their clocks are wrong, and differ by two hours. */
  @Test
  default void leadersAreReplacedWhateverTheirClocksSay() throws IOException, InterruptedException {
    // What a dead holder leaves behind may be shortened, as it can write no more.
    killLeaders(FEW, 2, Optional.of(Duration.ofSeconds(3)), skewed());
  }

  @Test
  @Tag("long")
  default void leadersAreReplacedAgainAndAgainWhateverTheirClocksSay()
      throws IOException, InterruptedException {
    killLeaders(MANY, Rounds.of(10), Optional.empty(), skewed());
  }

  @Test
  @Tag("long")
  default void fiftyLeadersThatAreKilledAreReplaced() throws IOException, InterruptedException {
    killLeaders(MANY, Rounds.of(50), Optional.empty(), List.of(List.of()));
  }

  private List<List<String>> skewed() {
    var folder = ground().archives().getParent();
    return List.of(
        List.of(SkewedClock.option(folder, Duration.ofHours(1))),
        List.of(SkewedClock.option(folder, Duration.ofHours(-1))));
  }

  /**
   * Kills one leader after the other while there is much to do.
   *
   * @param lease what is made of the one that was left behind
   * @param options of the JVMs in turn
   */
  private void killLeaders(
      int size, int rounds, Optional<Duration> lease, List<List<String>> options)
      throws IOException, InterruptedException {
    ground().end();
    var writes = ground().writes();
    var turns = new ArrayDeque<>(options);
    var team = ground().team(size);
    team.edit("first");
    begin(turns);
    begin(turns);
    ground().assertWell(team, "first");
    var figures = new Figures();
    for (int round = 0; round < rounds; round++) {
      var edition = "edition-" + round;
      var leader = leader();
      try (var load = new Load(team, Duration.ofMillis(20))) {
        Awaiting.until("there is much to do", () -> load.edits() >= team.size());
        leader.kill();
      }
      lease.ifPresent(ground()::shortenLease);
      team.edit(edition);
      figures.time(() -> ground().assertWell(team, edition));
      begin(turns);
    }
    figures.print("leader killed, " + size + " snippets");
    assertOver(team, writes);
  }

  @Test
  @Tag("long")
  default void leadersThatWereStoppedPublishNothingWhenTheyGoOn()
      throws IOException, InterruptedException {
    ground().end();
    var writes = ground().writes();
    var team = ground().team(MANY);
    team.edit("first");
    begin(new ArrayDeque<>(List.of(List.of())));
    begin(new ArrayDeque<>(List.of(List.of())));
    ground().assertWell(team, "first");
    var figures = new Figures();
    for (int round = 0; round < Rounds.of(5); round++) {
      var leader = leader();
      int said = leader.said().length();
      try (var load = new Load(team, Duration.ofMillis(20))) {
        Awaiting.until("there is much to do", () -> load.edits() >= team.size());
        leader.signal("STOP");
        Awaiting.until(
            "another one leads", () -> ground().leader().isPresent() && leader() != leader);
        leader.signal("CONT");
        Awaiting.until(
            "it knows", () -> leader.said().substring(said).contains("This replica leads no more"));
      }
      var edition = "edition-" + round;
      team.edit(edition);
      figures.time(() -> ground().assertWell(team, edition));
    }
    figures.print("leader stopped for longer than its lease, " + MANY + " snippets");
    assertOver(team, writes);
  }

  private void begin(Queue<List<String>> options) {
    var jvm = options.remove();
    options.add(jvm);
    ground().start(jvm).awaitReady();
  }

  /** Waits until there is one. */
  private OperatorReplica leader() {
    return Awaiting.until(ground()::leader, Optional::isPresent).orElseThrow();
  }

  private void assertOver(Team team, WriteLog writes) throws IOException, InterruptedException {
    ground().assertLeavesNothing(team);
    assertThat(writes.trespasses(ground().addresses())).isEmpty();
    assertThat(writes.count(ground().addresses())).isPositive();
    ground().end();
  }
}
