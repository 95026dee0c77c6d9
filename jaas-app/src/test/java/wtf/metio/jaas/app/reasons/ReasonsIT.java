// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.reasons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import wtf.metio.jaas.app.RunningService;
import wtf.metio.jaas.app.cluster.OperatingService;
import wtf.metio.jaas.app.cluster.SourceServer;
import wtf.metio.jaas.app.cluster.TenantNamespace;
import wtf.metio.jaas.app.reasons.ReasonCase.Look;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.operator.reconcile.withdrawal.ForceCause;
import wtf.metio.jaas.testservers.cluster.Awaiting;
import wtf.metio.jaas.testservers.cluster.Cluster;
import wtf.metio.jaas.testservers.cluster.Installation;
import wtf.metio.jaas.testservers.cluster.KubeObject;
import wtf.metio.jaas.testservers.cluster.Resource;
import wtf.metio.jaas.testservers.cluster.Watch;

/** Every reason on the whole operator: how it comes about, who is told, and how it ends. */
@Timeout(900)
class ReasonsIT {

  private static final String LABEL = "reasons";
  private static final Duration SLOWLY = Duration.ofMinutes(1);

  /** What a pass wrote, or what came just before it, may lead to another one. */
  private static final int AT_FIRST = 3;

  @TempDir private static Path folder;
  private static Installation installation;
  private static SourceServer sources;
  private static OperatingService service;

  /** A case that was begun. */
  private record Played(ReasonCase reasonCase, Scene scene, Sight sight, long begun) {

    static Played begin(ReasonCase reasonCase) {
      var team = TenantNamespace.in(installation, LABEL);
      var scene = new Scene(installation, team, sources, folder.resolve("store"));
      var played =
          new Played(reasonCase, scene, new Sight(service, team, Scene.SNIPPET), System.nanoTime());
      reasonCase.cause().accept(scene);
      return played;
    }

    Reason reason() {
      return reasonCase.reason();
    }

    Duration age() {
      return Duration.ofNanos(System.nanoTime() - begun);
    }
  }

  @BeforeAll
  static void start() throws IOException {
    installation = Installation.in(Cluster.shared());
    sources = new SourceServer();
    Files.createDirectories(folder.resolve("libraries/mounted"));
    service =
        OperatingService.start(
            installation,
            folder.resolve("store"),
            "--leader-election=false",
            "--label-selector=tests=" + LABEL,
            "--source-allow-cidrs=127.0.0.0/8",
            "--library-path=" + folder.resolve("libraries"),
            "--ext-var=site=ours",
            "--evaluation-timeout=1s",
            "--max-withdraw-wait=2s",
            "--max-artifact-bytes=" + DescriptionCases.MOST_ARTIFACT_BYTES);
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    service.close();
    sources.close();
  }

  static List<ReasonCase> cases() {
    return ReasonCases.ALL;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isProvokedToldCountedAndOvercome(ReasonCase reasonCase) {
    var played = Played.begin(reasonCase);
    saysSo(played);
    isTold(played);
    isCounted(played);
    end(played);
    isOvercome(played);
  }

  private static void saysSo(Played played) {
    var reason = played.reason();
    var snippet = played.sight().await(reason);
    var runbook = " (runbook: https://jaas.projects.metio.wtf/runbooks/" + reason.slug() + "/)";
    var message = Sight.message(snippet);
    if (reason.isHappy()) {
      assertThat(message).doesNotContain("runbook");
    } else {
      assertThat(message).endsWith(runbook).hasSizeGreaterThan(runbook.length());
    }
    assertThat(message.replace(runbook, ""))
        .matches(played.reasonCase().pattern(played.scene().team().name()));
    assertThat(snippet.toString()).doesNotContain(folder.toString());
    var kinds = kinds(snippet);
    switch (played.reasonCase().look()) {
      case NEVER -> assertThat(kinds).isEmpty();
      case SLOWLY -> assertThat(kinds).containsExactly("Stalled True " + reason.text());
      case SOON -> assertThat(kinds).containsExactly("Reconciling True ProgressingWithRetry");
    }
  }

  private static List<String> kinds(KubeObject snippet) {
    return snippet.objects("/status/conditions").stream()
        .filter(condition -> !condition.text("/type").equals(Optional.of("Ready")))
        .map(
            condition ->
                String.join(
                    " ",
                    condition.text("/type").orElseThrow(),
                    condition.text("/status").orElseThrow(),
                    condition.text("/reason").orElseThrow()))
        .toList();
  }

  private static void isTold(Played played) {
    var reason = played.reason();
    var note = played.sight().told(reason == Reason.SYNCED ? "Normal" : "Warning", reason.text());
    assertThat(note)
        .matches(played.reasonCase().pattern(played.scene().team().name()))
        .doesNotContain("runbook", folder.toString());
  }

  /** What is looked at soon comes again without any change; all else does not, for a minute. */
  private static void isCounted(Played played) {
    var reason = played.reason();
    Awaiting.until(reason + " is counted", () -> played.sight().passes(reason) > 0);
    if (played.reasonCase().look() == Look.SOON) {
      Awaiting.until(reason + " comes again", () -> played.sight().passes(reason) > AT_FIRST);
    } else {
      assertThat(played.sight().passes(reason)).isLessThanOrEqualTo(mostFor(played.age()));
    }
    assertThat(played.sight().events(reason.text())).hasSize(1);
  }

  private static int mostFor(Duration age) {
    return AT_FIRST + (int) age.dividedBy(SLOWLY);
  }

  private static void end(Played played) {
    played.reasonCase().remedy().accept(played.scene());
    if (!played.reasonCase().noticed()) {
      played.scene().team().ask(Scene.SNIPPET, "reconcile.fluxcd.io/requestedAt");
    }
  }

  private static void isOvercome(Played played) {
    var sight = played.sight();
    var snippet = sight.await(Reason.SYNCED);
    assertThat(kinds(snippet)).isEmpty();
    assertThat(Sight.message(snippet)).matches("Rendered \\d+ bytes from \\d+ files");
    sight.told("Normal", Reason.SYNCED.text());
    Awaiting.until("the end is counted", () -> sight.passes(Reason.SYNCED) > 0);
    assertThat(sight.counted("jaas_snippet_rendered_bytes_count")).isPositive();
    assertThat(
            service
                .stored(URI.create(snippet.text("/status/artifactURL").orElseThrow()).getPath())
                .status())
        .isEqualTo(200);
  }

  @Test
  void isPendingUntilTheFirstPassEnds() {
    var team = TenantNamespace.in(installation, LABEL);
    try (var watch = team.admin().watch(Resource.SNIPPETS.in(team.name()))) {
      team.inline(Scene.SNIPPET, "local f(n) = f(n + 1) tailstrict; f(0)");
      var seen = watch.until(event -> event.object().is("Ready", "False"));

      var pending =
          seen.stream()
              .map(Watch.Event::object)
              .filter(object -> object.is("Ready", Sight.status(Reason.PENDING)))
              .findFirst()
              .orElseThrow();
      assertThat(pending.condition("Ready").orElseThrow().text("/reason")).hasValue("Pending");
      assertThat(Sight.message(pending)).isEqualTo("waiting for a first pass");
      assertThat(kinds(pending)).containsExactly("Reconciling True Progressing");
    }
    var sight = new Sight(service, team, Scene.SNIPPET);
    sight.told("Warning", Reason.EVALUATION_TIMEOUT.text());
    assertThat(sight.events("Pending")).isEmpty();
    assertThat(sight.passes(Reason.PENDING)).isZero();
  }

  @Test
  void aTokenThatCannotBeHadIsCounted() {
    var team = TenantNamespace.in(installation, LABEL);
    team.anonymous(Scene.SNIPPET, Scene.GUEST + "files: {main.jsonnet: '{}'}");
    new Sight(service, team, Scene.SNIPPET).await(Reason.SERVICE_ACCOUNT_MISSING);

    Awaiting.until(
        "it is counted",
        () ->
            service.metric(
                    "jaas_tenant_token_mint_failures_total",
                    "namespace=\"" + team.name() + '"',
                    "serviceAccount=\"guest\"")
                > 0);
  }

  @ParameterizedTest
  @EnumSource
  void whatCannotBeWithdrawnIsLetGoAndTold(ForceCause cause) {
    var team = TenantNamespace.in(installation, LABEL);
    var scene = new Scene(installation, team, sources, folder.resolve("store"));
    var sight = new Sight(service, team, Scene.SNIPPET);
    scene.program("{}");
    sight.await(Reason.SYNCED);
    var left = Withdrawals.obstruct(scene, cause);
    var passes = sight.counted("jaas_snippet_reconcile_total");
    assertThat(passes).isPositive();

    team.delete(Resource.SNIPPETS, Scene.SNIPPET);
    team.admin().awaitGone(Resource.SNIPPETS.in(team.name(), Scene.SNIPPET));
    assertThat(sight.told("Warning", "WithdrawForced"))
        .startsWith("WithdrawForced after ")
        .contains(left)
        .doesNotContain(folder.toString());
    assertThat(sight.counted("jaas_snippet_force_drop_total", "reason=\"" + cause.text() + '"'))
        .isEqualTo(1);
    Awaiting.until("its series are gone", () -> sight.counted("jaas_snippet_reconcile_total") == 0);

    Withdrawals.clear(scene, cause);
    scene.program("{ again: true }");
    sight.await(Reason.SYNCED);
    assertThat(service.said().lines())
        .filteredOn(line -> line.contains("\"namespace\":\"" + team.name() + '"'))
        .filteredOn(line -> line.contains("Snippet is withdrawn"))
        .hasSize(1);
  }

  @Test
  @Tag("long")
  void areLookedAtAgainInTime() {
    var all = cases().stream().map(Played::begin).toList();
    var counts = new HashMap<Played, Integer>();
    for (var played : all) {
      RunningService.await(60, () -> played.age().compareTo(SLOWLY.minusSeconds(5)) > 0);
      counts.put(played, played.sight().passes(played.reason()));
    }
    for (var played : all) {
      int before = counts.get(played);
      switch (played.reasonCase().look()) {
        case NEVER, SLOWLY -> assertThat(before).as(played.toString()).isBetween(1, AT_FIRST);
        case SOON -> assertThat(before).as(played.toString()).isGreaterThan(AT_FIRST);
      }
      if (played.reasonCase().look() != Look.NEVER) {
        RunningService.await(120, () -> played.sight().passes(played.reason()) > before);
      }
    }
    assertThat(all)
        .filteredOn(played -> played.reasonCase().look() == Look.NEVER)
        .allSatisfy(
            played ->
                assertThat(played.sight().passes(played.reason())).isEqualTo(counts.get(played)));
    all.forEach(played -> played.reasonCase().remedy().accept(played.scene()));
    for (var played : all) {
      // Nobody asks: what is not noticed is found by the next look.
      RunningService.await(120, () -> played.sight().passes(Reason.SYNCED) > 0);
      isOvercome(played);
    }
  }
}
