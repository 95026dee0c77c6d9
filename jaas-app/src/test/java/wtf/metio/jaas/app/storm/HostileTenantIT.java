// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.app.cluster.OperatingService;
import wtf.metio.jaas.app.cluster.SourceServer;
import wtf.metio.jaas.app.cluster.TenantNamespace;
import wtf.metio.jaas.testservers.cluster.Awaiting;
import wtf.metio.jaas.testservers.cluster.Cluster;
import wtf.metio.jaas.testservers.cluster.Installation;
import wtf.metio.jaas.testservers.cluster.KubeObject;

/** One team whose snippets ask for too much, all of them all the time, and one that works. */
@Timeout(900)
class HostileTenantIT {

  private static final String LABEL = "storm";
  private static final String ORDINARY = "dash";
  private static final int EDITS = 10;

  /** More does not fit into an object of the cluster. */
  private static final int LARGEST_INLINE = 1_000_000;

  private static final Set<String> REFUSALS =
      Set.of(
          "False EvaluationFailed",
          "False EvaluationTimeout",
          "False ArtifactTooLarge",
          "False SourceFetchFailed");

  @TempDir private Path store;
  private SourceServer sources;
  private OperatingService service;
  private TenantNamespace hostile;
  private TenantNamespace other;

  @BeforeEach
  void start() {
    var installation = Installation.in(Cluster.shared());
    hostile = TenantNamespace.in(installation, LABEL);
    other = TenantNamespace.in(installation, LABEL);
    sources = new SourceServer();
    service =
        OperatingService.start(
            installation,
            store,
            "--leader-election=false",
            "--label-selector=tests=" + LABEL,
            "--source-allow-cidrs=127.0.0.0/8");
  }

  @AfterEach
  void stop() throws IOException, InterruptedException {
    service.close();
    sources.close();
  }

  @Test
  void anotherTeamsEditsArePublished() {
    // Other builds may keep the machine busy; the exact bound is for the long test.
    assertThat(edits()).allSatisfy(took -> assertThat(took).isLessThan(Duration.ofSeconds(10)));
  }

  @Test
  @Tag("long")
  void anotherTeamsEditsArePublishedInTime() {
    assertThat(edits()).allSatisfy(took -> assertThat(took).isLessThan(Duration.ofSeconds(3)));
  }

  /** How long each edit of the other team took, while the hostile one is at it. */
  private List<Duration> edits() {
    other.inline(ORDINARY, program(0));
    other.published(ORDINARY);
    HostileSnippets.names().forEach(this::bring);
    Awaiting.until("it is at it", () -> service.metric("jaas_eval_in_flight") > 0);
    var took = new ArrayList<Duration>();
    for (int edition = 1; edition <= EDITS; edition++) {
      renew(edition);
      took.add(edited(edition));
    }
    System.out.println(
        "edits beside hostile snippets: " + took.stream().map(Duration::toMillis).toList() + " ms");
    harmsNobody();
    return took;
  }

  private Duration edited(int edition) {
    long begin = System.nanoTime();
    other.inline(ORDINARY, program(edition));
    other.published(ORDINARY);
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private static String program(int edition) {
    return "{ edition: " + edition + ", values: [i * i for i in std.range(1, 20)] }";
  }

  /** As it is written in the cluster, or in a source. */
  private void bring(String name) {
    var program = HostileSnippets.program(name);
    if (program.length() < LARGEST_INLINE) {
      hostile.inline(name, program);
    } else {
      hostile.repository(name, sources.offer(Map.of("main.jsonnet", program)));
      hostile.snippet(name, "sourceRef: {kind: GitRepository, name: " + name + "}");
    }
  }

  /** Every program is another one, so that nothing that is known of the former one helps. */
  private void renew(int edition) {
    for (var name : HostileSnippets.names()) {
      var program = HostileSnippets.program(name);
      if (program.length() < LARGEST_INLINE) {
        hostile.inline(name, program + " // " + edition);
      } else {
        hostile.ask(name, "reconcile.fluxcd.io/requestedAt");
      }
    }
  }

  /** Each is told what is wrong with it, and the process is as well as before. */
  private void harmsNobody() {
    var verdicts = new TreeMap<String, String>();
    for (var name : HostileSnippets.names()) {
      var verdict = Awaiting.until(() -> verdict(name), HostileTenantIT::isVerdict);
      verdicts.put(name, verdict);
    }
    System.out.println("hostile snippets: " + verdicts);
    assertThat(verdicts)
        .allSatisfy(
            (name, verdict) -> {
              boolean isFine = name.equals(HostileSnippets.LARGE) && verdict.equals("True Synced");
              assertThat(isFine || REFUSALS.contains(verdict)).as(name + ' ' + verdict).isTrue();
            });
    Awaiting.until("calm returns", () -> service.metric("jaas_eval_in_flight") == 0);
    assertThat(service.isAlive()).isTrue();
    assertThat(service.said()).doesNotContain("OutOfMemoryError", "A pass over a snippet broke");
  }

  private String verdict(String name) {
    return hostile.now(name).condition("Ready").map(HostileTenantIT::text).orElse("");
  }

  private static String text(KubeObject ready) {
    return ready.text("/status").orElse("") + ' ' + ready.text("/reason").orElse("");
  }

  private static boolean isVerdict(String text) {
    return !text.isEmpty() && !text.startsWith("Unknown");
  }
}
