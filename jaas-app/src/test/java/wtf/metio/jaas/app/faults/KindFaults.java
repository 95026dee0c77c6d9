// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.faults;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.testservers.cluster.Installation;
import wtf.metio.jaas.testservers.cluster.Resource;

/** Kinds of objects are removed, with all objects, and come back. */
interface KindFaults {

  int FEW = 4;
  int MANY = 20;

  /** Where this happens. */
  Ground ground();

  @Test
  default void ourKindMayGoAndComeBack() throws IOException, InterruptedException {
    snippetsGo(FEW, 1);
  }

  @Test
  @Tag("long")
  default void ourKindMayGoAndComeBackAgainAndAgain() throws IOException, InterruptedException {
    snippetsGo(MANY, Rounds.of(10));
  }

  private void snippetsGo(int size, int rounds) throws IOException, InterruptedException {
    var replica = ground().one();
    var team = ground().published(size);
    var figures = new Figures();
    for (int round = 0; round < rounds; round++) {
      var edition = "edition-" + round;
      remove("jsonnetsnippets.jaas.metio.wtf");
      // What was published goes with its owner, or waits to be taken over: a cluster that has just
      // lost a kind cannot tell whether an owner of it is there.
      Installation.in(ground().cluster());
      team.edit(edition);
      figures.time(() -> ground().assertWell(team, edition));
    }
    figures.print("JsonnetSnippet removed and reinstalled, " + size + " snippets");
    ground().assertOver(replica, team);
  }

  @Test
  default void theKindThatIsPublishedMayGoAndComeBack() throws IOException, InterruptedException {
    publishedGo(FEW, 1);
  }

  @Test
  @Tag("long")
  default void theKindThatIsPublishedMayGoAndComeBackAgainAndAgain()
      throws IOException, InterruptedException {
    publishedGo(MANY, Rounds.of(10));
  }

  private void publishedGo(int size, int rounds) throws IOException, InterruptedException {
    var replica = ground().one();
    var team = ground().published(size);
    var figures = new Figures();
    for (int round = 0; round < rounds; round++) {
      remove("externalartifacts.source.toolkit.fluxcd.io");
      Installation.in(ground().cluster());
      figures.time(() -> ground().assertWell(team, "first"));
    }
    figures.print("ExternalArtifact removed and reinstalled, " + size + " snippets");
    ground().assertOver(replica, team);
  }

  private void remove(String definition) {
    var admin = ground().cluster().admin();
    admin.delete(Resource.DEFINITIONS.named(definition)).object();
    admin.awaitGone(Resource.DEFINITIONS.named(definition));
  }
}
