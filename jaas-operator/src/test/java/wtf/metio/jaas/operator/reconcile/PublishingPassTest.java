// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.operator.kube.ResourceType;

class PublishingPassTest {

  private final Borough borough = new Borough();

  private List<String> requests() {
    return borough.server.requests().stream()
        .map(request -> request.replaceAll("/apis/[^/]+/v1/namespaces/team/", ""))
        .map(request -> request.replaceAll("events/.*", "events"))
        .filter(request -> !request.contains("serviceaccounts"))
        .toList();
  }

  @Test
  void aNewSnippetCostsSixRequests() {
    borough.snippet("dash", "{}");
    borough.settle();
    assertThat(requests())
        .containsExactly(
            "patch jsonnetsnippets/dash",
            "patch jsonnetsnippets/dash",
            "patch externalartifacts/dash",
            "patch externalartifacts/dash",
            "patch jsonnetsnippets/dash",
            "create events");
    assertThat(borough.reason("dash")).isEqualTo("Synced");
  }

  @Test
  void aSyncedStatusSaysWhatIsWhere() {
    borough.snippet("dash", "{}");
    borough.settle();
    var revision = borough.status("dash", "revision");
    assertThat(revision).matches("sha256:[0-9a-f]{64}");
    assertThat(borough.status("dash", "artifactURL"))
        .isEqualTo(Borough.BASE + "/team/dash/" + revision.replace(':', '-') + ".tar.gz");
    assertThat(borough.status("dash", "observedGeneration")).isEqualTo("1");
    assertThat(borough.status("dash", "lastSyncTime")).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(borough.status("dash", "inputsDigest")).isNotEmpty();
    assertThat(borough.status("dash").get("history").toString())
        .isEqualTo("[{\"revision\":\"" + revision + "\",\"time\":\"2026-01-01T00:00:00Z\"}]");
    assertThat(borough.message("dash")).isEqualTo("Rendered 2 bytes from 1 files");
    assertThat(borough.events.told()).containsExactly("Normal Synced");
  }

  @Test
  void aNewSnippetIsPendingWhileItIsRendered() {
    borough.programs.meanwhile(
        () -> {
          assertThat(borough.reason("dash")).isEqualTo("Pending");
          assertThat(Borough.text(borough.condition("dash", "Reconciling"), "status"))
              .isEqualTo("True");
        });
    borough.snippet("dash", "{}");
    borough.settle();
    assertThat(borough.programs.rendered()).hasSize(1);
    assertThat(borough.condition("dash", "Reconciling").keySet()).isEmpty();
  }

  @Test
  void anUnchangedSnippetCostsNothing() {
    borough.snippet("dash", "{}");
    borough.settle();
    borough.server.requests();
    var before = borough.find("dash");
    borough.controllers().snippetChanged(Borough.name("dash"));
    borough.settle();
    assertThat(borough.server.requests()).isEmpty();
    assertThat(borough.find("dash")).isEqualTo(before);
    assertThat(borough.heard.lines).contains("ended team/dash Synced as before");
    assertThat(borough.programs.rendered()).hasSize(1);
  }

  @Test
  void anEditIsToldEveryTime() {
    borough.snippet("dash", "[1]");
    borough.settle();
    borough.events.told();
    borough.snippet("dash", "[2]");
    borough.settle();
    assertThat(borough.events.told()).containsExactly("Normal Synced");
    assertThat(borough.status("dash", "observedGeneration")).isEqualTo("2");
  }

  @Test
  void aChangeThatChangesNothingIsSeenAndNotTold() {
    borough.snippet("dash", "[1]");
    borough.settle();
    borough.events.told();
    borough.clock.pass(Duration.ofSeconds(10));
    borough.snippet("dash", "[1]", "'interval': '1m'");
    borough.settle();
    assertThat(borough.events.told()).isEmpty();
    assertThat(borough.status("dash", "observedGeneration")).isEqualTo("2");
    assertThat(borough.status("dash", "lastSyncTime")).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(borough.programs.rendered()).hasSize(1);
  }

  @Test
  void anIntervalIsKeptOrAlittleLonger() {
    borough.snippet("dash", "[1]", "'interval': '100s'");
    borough.settle();
    assertThat(borough.untilNextTurn()).hasValue(Duration.ofMillis(102_500));
  }

  @Test
  void aSnippetWithoutIntervalIsNotLookedAtAgain() {
    borough.snippet("dash", "[1]");
    borough.settle();
    assertThat(borough.untilNextTurn()).isEmpty();
  }

  @Test
  void aWishForAnotherLookIsAnswered() {
    borough.snippet("dash", "[1]");
    borough.settle();
    borough.annotate("dash", "reconcile.fluxcd.io/requestedAt", "now");
    borough.settle();
    assertThat(borough.status("dash", "lastHandledReconcileAt")).isEqualTo("now");
    borough.annotate("dash", "jaas.metio.wtf/reconcile-at", "later");
    borough.settle();
    assertThat(borough.status("dash", "lastHandledReconcileAt")).isEqualTo("now");
    assertThat(borough.programs.rendered()).hasSize(1);
  }

  @Test
  void ourOwnWishIsAnsweredWhereNobodyElseHasOne() {
    borough.snippet("dash", "broken");
    borough.settle();
    borough.annotate("dash", "jaas.metio.wtf/reconcile-at", "now");
    borough.settle();
    assertThat(borough.status("dash", "lastHandledReconcileAt")).isEqualTo("now");
  }

  @Test
  void aWishToBeRenderedIsMetOnce() {
    borough.snippet("dash", "[1]");
    borough.settle();
    borough.annotate("dash", "reconcile.fluxcd.io/forceAt", "now");
    borough.settle();
    assertThat(borough.programs.rendered()).hasSize(2);
    borough.controllers().snippetChanged(Borough.name("dash"));
    borough.settle();
    assertThat(borough.programs.rendered()).hasSize(2);
    assertThat(borough.status("dash", "lastHandledForceAt")).isEqualTo("now");
  }

  @Test
  void anArtifactThatSomebodyDeletedComesBack() {
    borough.snippet("dash", "[1]");
    borough.settle();
    borough.server.remove(ResourceType.EXTERNAL_ARTIFACT, Borough.name("dash"));
    borough.controllers().publishedChanged(Borough.name("dash"));
    borough.settle();
    assertThat(borough.artifact("dash")).isPresent();
    assertThat(borough.programs.rendered()).hasSize(1);
  }

  @Test
  void aLostArchiveIsMadeAgain() {
    borough.snippet("dash", "[1]");
    borough.settle();
    var before = borough.controllers().holdings().announced();
    borough.memory.removeAll(Borough.name("dash"));
    borough.controllers().holdings().lost(Borough.name("dash"));
    borough.settle();
    assertThat(borough.memory.list(Borough.name("dash"))).hasSize(1);
    assertThat(borough.controllers().holdings().announced()).containsKeys(Borough.name("dash"));
    assertThat(before.keySet()).isEqualTo(borough.controllers().holdings().announced().keySet());
  }

  @Test
  void aDamagedArchiveIsMadeAgainOnce() {
    borough.snippet("dash", "[1]");
    borough.settle();
    borough.controllers().holdings().damaged(Borough.name("dash"));
    borough.settle();
    borough.controllers().snippetChanged(Borough.name("dash"));
    borough.settle();
    assertThat(borough.programs.rendered()).hasSize(2);
  }

  @Test
  void whatIsMadeOfASnippetFollowsIt() {
    borough.snippet("base", "[1]");
    borough.describe(
        "top", Borough.from("'sourceRef': {'kind': 'ExternalArtifact', 'name': 'base'}"));
    borough.settle();
    borough.server.grant("team", "renderer", "get", "externalartifacts.source.toolkit.fluxcd.io");
    borough.pass(Duration.ofMinutes(1));
    assertThat(borough.reason("top")).as(borough.message("top")).isEqualTo("Synced");
    var before = borough.status("top", "revision");
    borough.snippet("base", "[2]");
    borough.settle();
    assertThat(borough.status("top", "revision")).isNotEqualTo(before);
    borough.server.requests();
    int rendered = borough.programs.rendered().size();
    borough.annotate("base", "reconcile.fluxcd.io/forceAt", "now");
    borough.settle();
    assertThat(borough.programs.rendered()).hasSize(rendered + 1);
  }

  @Test
  void aChangedSourceIsRendered() {
    borough.repository("repo", "1", Map.of("main.jsonnet", "[1]"));
    borough.describe("dash", Borough.from(Borough.fromRepository("repo")));
    borough.settle();
    assertThat(borough.reason("dash")).as(borough.message("dash")).isEqualTo("Synced");
    borough.repository("repo", "2", Map.of("main.jsonnet", "[2]"));
    borough.settle();
    assertThat(borough.fetched).hasSize(2);
    assertThat(borough.programs.rendered()).hasSize(2);
  }

  @Test
  void warningsAndTracesAreTold() {
    borough.snippet("dash", "{kind: 1}");
    borough.snippet("other", "traced");
    borough.settle();
    assertThat(borough.events.told())
        .containsExactlyInAnyOrder(
            "Normal Synced", "Warning FormatHint", "Normal Synced", "Normal Traced");
  }

  @Test
  void aPassIsTraced() {
    borough.snippet("dash", "{}");
    borough.settle();
    var trace = borough.heard.traces.getFirst();
    assertThat(trace.inline()).isTrue();
    assertThat(trace.renderedBytes()).isEqualTo(2);
    assertThat(trace.phases())
        .extracting(phase -> phase.name().text())
        .containsExactly("snippet.evaluate", "snippet.publish");
  }

  @Test
  void foreignConditionsStay() {
    borough.snippet("dash", "[1]");
    borough.settle();
    borough.edit(
        "dash",
        object ->
            object
                .getAsJsonObject("status")
                .getAsJsonArray("conditions")
                .add(
                    Borough.json(
                        "{'type': 'Approved', 'status': 'True', 'reason': 'Yes', 'message': ''}")));
    borough.snippet("dash", "broken");
    borough.settle();
    assertThat(borough.status("dash").getAsJsonArray("conditions").asList())
        .extracting(condition -> Borough.text(condition.getAsJsonObject(), "type"))
        .containsExactly("Stalled", "Ready", "Approved");
  }
}
