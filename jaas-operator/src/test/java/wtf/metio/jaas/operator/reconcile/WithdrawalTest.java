// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.operator.kube.Reply;
import wtf.metio.jaas.operator.kube.ResourceType;

class WithdrawalTest {

  private static final String ARTIFACTS = "externalartifacts.source.toolkit.fluxcd.io";

  private final Borough borough = new Borough();

  @BeforeEach
  void publish() {
    borough.snippet("dash", "[1]");
    borough.settle();
    borough.events.told();
    borough.server.requests();
  }

  private void grantDelete() {
    borough.server.grant("team", "renderer", "delete", ARTIFACTS);
  }

  private void assertNothingStored() {
    assertThat(borough.memory.list(Borough.name("dash"))).isEmpty();
  }

  @Test
  void everythingGoesInTwoRequests() {
    grantDelete();
    borough.delete("dash");
    borough.settle();
    assertThat(borough.isGone("dash")).isTrue();
    assertThat(borough.artifact("dash")).isEmpty();
    assertNothingStored();
    assertThat(borough.server.requests()).hasSize(2);
    assertThat(borough.events.told()).isEmpty();
    assertThat(borough.heard.lines).contains("withdrawn team/dash");
  }

  @Test
  void theEndIsToldOnceHoweverOftenTheWatchTellsOfIt() {
    grantDelete();
    borough.delete("dash");
    borough.settle();
    borough.controllers().snippetChanged(Borough.name("dash"));
    borough.settle();
    assertThat(borough.heard.lines).containsOnlyOnce("withdrawn team/dash");
  }

  @Test
  void whatOthersKeepAfterItWasLetGoIsToldOnceToo() {
    grantDelete();
    borough.edit(
        "dash",
        object ->
            object.getAsJsonObject("metadata").getAsJsonArray("finalizers").add("example/others"));
    borough.delete("dash");
    borough.settle();
    borough.annotate("dash", "example/note", "still here");
    borough.settle();
    assertThat(borough.isGone("dash")).isFalse();
    assertThat(borough.heard.lines).containsOnlyOnce("withdrawn team/dash");
  }

  @Test
  void anotherSnippetOfTheSameNameHasAnEndOfItsOwn() {
    grantDelete();
    borough.delete("dash");
    borough.settle();
    borough.server.remove(ResourceType.SNIPPET, Borough.name("dash"));
    borough.snippet("dash", "[2]");
    borough.settle();
    borough.heard.lines.clear();
    borough.delete("dash");
    borough.settle();
    assertThat(borough.heard.lines).containsOnlyOnce("withdrawn team/dash");
  }

  @Test
  void whereDeletingIsNoRightNobodyIsSentToAnArchiveThatIsGone() {
    borough.delete("dash");
    borough.settle();
    assertThat(borough.isGone("dash")).isTrue();
    assertThat(borough.artifact("dash").orElseThrow().part("status").has("artifact")).isFalse();
    assertNothingStored();
    assertThat(borough.events.told()).isEmpty();
  }

  @Test
  void aTenantThatIsGoneHoldsNothingUp() {
    borough.server.deleteAccount("team", "renderer");
    borough.delete("dash");
    borough.settle();
    assertThat(borough.isGone("dash")).isTrue();
    assertNothingStored();
    assertThat(borough.events.told()).isEmpty();
  }

  @Test
  void whatNobodyCollectsIsLeftWithAWarning() {
    borough.server.deleteAccount("team", "renderer");
    var artifact = borough.artifact("dash").orElseThrow().json().deepCopy();
    artifact.getAsJsonObject("metadata").remove("ownerReferences");
    borough.server.put(ResourceType.EXTERNAL_ARTIFACT, artifact);
    borough.delete("dash");
    borough.settle();
    assertThat(borough.isGone("dash")).isTrue();
    assertNothingStored();
    assertThat(borough.events.lastNote())
        .startsWith(
            "WithdrawForced after 0s of a Withdraw failure no retry can clear \u2014 finalizer"
                + " dropped; the stored tarballs were deleted, only the ExternalArtifact could not"
                + " be removed as the tenant (it is garbage-collected with its namespace, or remove"
                + " it by hand). Last error: ");
    assertThat(borough.events.told()).containsExactly("Warning WithdrawForced");
    assertThat(borough.heard.lines)
        .contains("forced team/dash tenant_client_permanent", "withdrawn team/dash");
  }

  @Test
  void anObjectOfSomebodyElseStays() {
    grantDelete();
    var artifact = borough.artifact("dash").orElseThrow().json().deepCopy();
    artifact.getAsJsonObject("spec").getAsJsonObject("sourceRef").addProperty("kind", "Other");
    borough.server.put(ResourceType.EXTERNAL_ARTIFACT, artifact);
    borough.delete("dash");
    borough.settle();
    assertThat(borough.isGone("dash")).isTrue();
    assertThat(borough.artifact("dash")).isPresent();
  }

  @Test
  void aServerThatDoesNotAnswerIsAskedAgainUntilItIsTooLate() {
    for (int i = 0; i < 100; i++) {
      borough.server.next(new Reply.Unanswered("no answer within 10s"));
    }
    borough.delete("dash");
    borough.settle();
    assertThat(borough.isGone("dash")).isFalse();
    assertThat(borough.memory.list(Borough.name("dash"))).hasSize(1);
    assertThat(borough.heard.lines).anyMatch(line -> line.startsWith("failed team/dash: "));
    borough.pass(Duration.ofMinutes(4));
    assertThat(borough.isGone("dash")).isFalse();
  }

  @Test
  void aStoreThatIsAwayHoldsUpUntilItIsTooLate() {
    grantDelete();
    borough.store.away = true;
    borough.delete("dash");
    borough.settle();
    assertThat(borough.isGone("dash")).isFalse();
    borough.pass(Duration.ofMinutes(4));
    assertThat(borough.isGone("dash")).isFalse();
    borough.pass(Duration.ofMinutes(3));
    assertThat(borough.isGone("dash")).isTrue();
    assertThat(borough.events.lastNote())
        .contains(
            "of failing Withdraw \u2014 finalizer dropped; storage may carry orphaned tarballs")
        .contains("under team/dash/ that an operator must remove by hand")
        .endsWith("Last error: the store is away");
    assertThat(borough.heard.lines).contains("forced team/dash withdraw_timed_out");
  }

  @Test
  void aStoreThatComesBackIsCleanedAtOnce() {
    grantDelete();
    borough.store.away = true;
    borough.delete("dash");
    borough.settle();
    borough.store.away = false;
    borough.controllers().holdings().recovered();
    borough.settle();
    assertThat(borough.isGone("dash")).isTrue();
    assertNothingStored();
  }

  @Test
  void aSnippetThatWasNeverPublishedJustGoes() {
    borough.snippet("other", "broken");
    borough.settle();
    borough.server.requests();
    borough.delete("other");
    borough.settle();
    assertThat(borough.isGone("other")).isTrue();
    assertThat(borough.server.requests()).hasSize(1);
  }

  @Test
  void aSnippetThatSomebodyForcedAwayLeavesNoArchive() {
    borough.server.remove(ResourceType.SNIPPET, Borough.name("dash"));
    borough.controllers().snippetChanged(Borough.name("dash"));
    borough.settle();
    assertNothingStored();
    assertThat(borough.heard.lines).contains("withdrawn team/dash");
  }

  @Test
  void aSnippetThatIsNotLookedAfterAnyMoreKeepsWhatItHas() {
    borough.cluster.snippets.remove(Borough.name("dash"));
    borough.controllers().snippetChanged(Borough.name("dash"));
    borough.settle();
    assertThat(borough.memory.list(Borough.name("dash"))).hasSize(1);
    assertThat(borough.artifact("dash")).isPresent();
    assertThat(borough.heard.lines).containsOnlyOnce("withdrawn team/dash");
  }

  @Test
  void aStrandedSnippetIsLetGoByWhoPublishedIt() {
    grantDelete();
    borough.cluster.snippets.remove(Borough.name("dash"));
    borough.begin(() -> true);
    borough.delete("dash");
    borough.cluster.stranded.add(Borough.name("dash"));
    borough.controllers().snippetStranded(Borough.name("dash"));
    borough.settle();
    assertThat(borough.isGone("dash")).isTrue();
    assertNothingStored();
    assertThat(borough.heard.lines).containsOnlyOnce("withdrawn team/dash");
  }

  @Test
  void aStrandedSnippetOfAnotherInstallationIsNoneOfOurBusiness() {
    borough.edit(
        "dash",
        object -> object.getAsJsonObject("status").addProperty("artifactURL", "http://other/x"));
    borough.cluster.snippets.remove(Borough.name("dash"));
    borough.begin(() -> true);
    borough.delete("dash");
    borough.cluster.stranded.add(Borough.name("dash"));
    borough.controllers().snippetStranded(Borough.name("dash"));
    borough.settle();
    assertThat(borough.isGone("dash")).isFalse();
  }

  @Test
  void theTokenOfATenantIsForgottenWithItsLastSnippet() {
    grantDelete();
    borough.snippet("other", "[1]");
    borough.settle();
    borough.delete("dash");
    borough.settle();
    borough.server.requests();
    borough.snippet("other", "[2]");
    borough.settle();
    assertThat(borough.server.requests()).noneMatch(request -> request.contains("token"));
    borough.delete("other");
    borough.settle();
    borough.snippet("third", "[1]");
    borough.settle();
    assertThat(borough.server.requests()).anyMatch(request -> request.contains("serviceaccounts"));
  }

  @Test
  void whoIsMadeOfItIsLookedAt() {
    borough.server.grant("team", "renderer", "get", ARTIFACTS);
    grantDelete();
    borough.describe(
        "top", Borough.from("'sourceRef': {'kind': 'ExternalArtifact', 'name': 'dash'}"));
    borough.settle();
    assertThat(borough.reason("top")).isEqualTo("Synced");
    borough.delete("dash");
    borough.settle();
    assertThat(borough.reason("top")).isNotEqualTo("Synced");
  }
}
