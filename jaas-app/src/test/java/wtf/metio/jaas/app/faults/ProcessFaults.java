// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The only replica is killed while there is much to do. */
interface ProcessFaults {

  int FEW = 8;
  int MANY = 60;
  int LONGEST_MILLIS = 1_500;

  /** Where this happens. */
  Ground ground();

  @Test
  default void anOperatorThatIsKilledGoesOnAfterItsRestart()
      throws IOException, InterruptedException {
    kill(FEW, 2);
  }

  @Test
  @Tag("long")
  default void anOperatorThatIsKilledAHundredTimesGoesOn()
      throws IOException, InterruptedException {
    kill(MANY, Rounds.of(100));
  }

  /** There is no lease to wait for: nobody else could hold it. */
  private void kill(int size, int rounds) throws IOException, InterruptedException {
    ground().end();
    var team = ground().team(size);
    team.edit("first");
    var replica = begin();
    var figures = new Figures();
    int edits = 0;
    for (int round = 0; round < rounds; round++) {
      var edition = "edition-" + round;
      try (var load = new Load(team, Duration.ofMillis(10))) {
        var worked = ThreadLocalRandom.current().nextInt(LONGEST_MILLIS);
        LockSupport.parkNanos(Duration.ofMillis(worked).toNanos());
        replica.kill();
        edits += load.edits();
      }
      team.edit(edition);
      replica = begin();
      figures.time(() -> ground().assertWell(team, edition));
    }
    figures.print("operator killed, " + size + " snippets, " + edits + " edits meanwhile");
    ground().assertLeavesNothing(team);
    ground().end();
  }

  private OperatorReplica begin() {
    return ground().start(List.of(), "--leader-election=false").awaitReady();
  }
}
