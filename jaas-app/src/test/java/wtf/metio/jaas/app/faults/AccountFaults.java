// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.faults;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.testservers.cluster.Awaiting;
import wtf.metio.jaas.testservers.cluster.Identity;
import wtf.metio.jaas.testservers.cluster.Installation;
import wtf.metio.jaas.testservers.cluster.Resource;

/**
 * What happens to those who may act.
 *
 * <p>An API server believes a token for ten seconds after it looked whether its account is there.
 */
interface AccountFaults {

  int FEW = 4;
  int REFUSED = 401;

  /** Where this happens. */
  Ground ground();

  @Test
  default void anAccountOfATenantMayGoAndComeBack() throws IOException, InterruptedException {
    var replica = ground().one();
    var team = ground().published(FEW);
    team.deleteAccount();
    var edits = new AtomicInteger();
    Awaiting.until(
        () -> {
          team.edit("edition-" + edits.incrementAndGet());
          return team.state();
        },
        state -> state.contains("ServiceAccountMissing"));
    team.makeAccount();
    ground().assertWell(team, "edition-" + edits);
    ground().assertOver(replica, team);
  }

  @Test
  default void aTokenOfTheOperatorMayBeRevokedAndReplaced()
      throws IOException, InterruptedException {
    var replica = ground().one();
    var team = ground().published(FEW);
    var admin = ground().cluster().admin();
    var before = new Identity("before", ground().token());
    admin.delete(Resource.SERVICE_ACCOUNTS.in(Installation.NAMESPACE, "jaas")).object();
    Awaiting.until(
        () -> ground().cluster().as(before).get(Resource.SNIPPETS.everywhere()).status(),
        status -> status == REFUSED);
    team.edit("second");
    replica.line().cut();
    Awaiting.until("it is refused", () -> replica.said().contains("Unauthorized"));
    ground().renewToken();
    ground().assertWell(team, "second");
    ground().assertOver(replica, team);
  }
}
