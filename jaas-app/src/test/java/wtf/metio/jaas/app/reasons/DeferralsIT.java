// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.reasons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wtf.metio.jaas.app.cluster.OperatingService;
import wtf.metio.jaas.app.cluster.TenantNamespace;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Deferral;
import wtf.metio.jaas.testservers.cluster.Awaiting;
import wtf.metio.jaas.testservers.cluster.Cluster;
import wtf.metio.jaas.testservers.cluster.Installation;

/** Snippets that have to wait: their status stays, they are told and counted, and go on alone. */
@Timeout(300)
class DeferralsIT {

  private static final String LABEL = "deferrals";
  private static final int BURST = 10;

  @TempDir private Path store;
  private TenantNamespace team;
  private OperatingService service;
  private Sight sight;

  /** One evaluation at a time, and nobody waits in line for it. */
  @BeforeEach
  void start() {
    var installation = Installation.in(Cluster.shared());
    team = TenantNamespace.in(installation, LABEL);
    service =
        OperatingService.start(
            installation,
            store,
            "--leader-election=false",
            "--watch-namespaces=" + team.name(),
            "--max-concurrent-evals=1",
            "--max-queued-evals=0",
            "--rerender-rate=20/min",
            "--rerender-burst=" + BURST);
    sight = new Sight(service, team, Scene.SNIPPET);
  }

  @AfterEach
  void stop() throws IOException, InterruptedException {
    service.close();
  }

  @ParameterizedTest
  @EnumSource
  void waitsIsToldCountedAndGoesOn(Deferral deferral) {
    switch (deferral) {
      case EVAL_UNAVAILABLE -> waitsForAPlace();
      case RATE_LIMITED -> waitsForItsTurn();
    }
  }

  private void waitsForAPlace() {
    team.inline("endless", "local f(n) = f(n + 1) tailstrict; f(0)");
    Awaiting.until("it runs", () -> service.metric("jaas_eval_in_flight") == 1);
    team.inline(Scene.SNIPPET, "{}");

    assertThat(sight.told("Warning", "EvalUnavailable"))
        .isEqualTo("reconcile deferred for 1s by --max-concurrent-evals");
    assertThat(sight.counted("jaas_snippet_eval_unavailable_total")).isPositive();
    assertThat(service.metric("jaas_eval_unavailable_total")).isPositive();
    sight.await(Reason.SYNCED);
    assertThat(sight.passes(Reason.SYNCED)).isPositive();
  }

  private void waitsForItsTurn() {
    int edits = 0;
    while (sight.counted("jaas_snippet_rate_limited_total") == 0) {
      assertThat(edits).isLessThan(10 * BURST);
      team.inline(Scene.SNIPPET, "{ edition: " + ++edits + " }");
      awaitLookedAt(edits);
    }
    assertThat(edits).isGreaterThan(BURST);

    assertThat(sight.told("Warning", "RateLimited"))
        .matches(
            "reconcile deferred for \\S+ by the per-snippet re-render rate limit"
                + " \\(--rerender-rate/--rerender-burst\\)");
    assertThat(team.now(Scene.SNIPPET).is("Ready", "True")).isTrue();
    sight.await(Reason.SYNCED);
  }

  /** Published, or put off. */
  private void awaitLookedAt(int edits) {
    Awaiting.until(
        "edition " + edits + " is looked at",
        () ->
            sight.passes(Reason.SYNCED) >= edits
                || sight.counted("jaas_snippet_rate_limited_total") > 0);
  }
}
