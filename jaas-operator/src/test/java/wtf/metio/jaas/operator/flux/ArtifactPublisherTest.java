// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.flux;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.domain.artifact.BaseUrl;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Publisher.Announcement;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.Reply;
import wtf.metio.jaas.operator.kube.ResourceType;

class ArtifactPublisherTest {

  private static final String ARTIFACTS = "externalartifacts.source.toolkit.fluxcd.io";
  private static final String PATH =
      "/apis/source.toolkit.fluxcd.io/v1/namespaces/team/externalartifacts/dash";

  private final Village village = new Village();

  @BeforeEach
  void describe() {
    village.describe(Village.NAME, "uid-1", "{\"team\": \"blue\"}");
    village.tenants.as(Village.TENANT);
    village.server.requests();
  }

  private Announcement.Refused refused(String content) {
    return (Announcement.Refused) village.announce(content);
  }

  private static Announcement known(String content, boolean changed) {
    var revision = Village.archive(content).revision();
    return new Announcement.Known("http://jaas.example/team/dash/" + revision.fileName(), changed);
  }

  private JsonObject offered() {
    return ArtifactStatus.offered(village.artifact());
  }

  private JsonObject ready() {
    return village
        .artifact()
        .part("status")
        .getAsJsonArray("conditions")
        .asList()
        .getLast()
        .getAsJsonObject();
  }

  @Test
  void aNewArtifactCostsTwoRequestsAndLooksAsTheContractSays() {
    assertThat(village.announce("a")).isEqualTo(known("a", true));

    assertThat(village.server.requests()).containsExactly("patch " + PATH, "patch " + PATH);
    var archive = Village.archive("a");
    var artifact = village.artifact();
    assertThat(artifact.part("spec"))
        .isEqualTo(
            Village.json(
                """
                {"sourceRef":
                  {"apiVersion": "jaas.metio.wtf/v1", "kind": "JsonnetSnippet", "name": "dash"}}
                """));
    assertThat(artifact.part("status"))
        .isEqualTo(
            Village.json(
                """
                {"artifact": {
                   "url": "http://jaas.example/team/dash/sha256-%1$s.tar.gz",
                   "path": "team/dash/sha256-%1$s.tar.gz",
                   "revision": "%2$s", "digest": "%3$s", "size": 1,
                   "lastUpdateTime": "2026-01-01T00:00:00Z"},
                 "conditions": [{
                   "type": "Ready", "status": "True", "reason": "Succeeded",
                   "message": "artifact published",
                   "lastTransitionTime": "2026-01-01T00:00:00Z", "observedGeneration": 1}]}
                """
                    .formatted(
                        archive.revision().text().substring(7),
                        archive.revision(),
                        archive.digest())));
    assertThat(artifact.part("metadata").getAsJsonArray("ownerReferences").toString())
        .isEqualTo(
            "[{\"apiVersion\":\"jaas.metio.wtf/v1\",\"kind\":\"JsonnetSnippet\",\"name\":\"dash\","
                + "\"uid\":\"uid-1\",\"controller\":false,\"blockOwnerDeletion\":false}]");
  }

  @Test
  void anArtifactThatIsAsWantedCostsNothing() {
    village.announce("a");
    village.server.requests();

    assertThat(village.announce("a")).isEqualTo(known("a", false));
    assertThat(village.server.requests()).isEmpty();
  }

  @Test
  void otherContentCostsOneRequestAndMovesTheTime() {
    village.announce("a");
    village.server.requests();
    village.clock.pass(Duration.ofMinutes(1));

    assertThat(village.announce("b")).isEqualTo(known("b", true));
    assertThat(village.server.requests()).containsExactly("patch " + PATH);
    assertThat(offered().get("lastUpdateTime").getAsString()).isEqualTo("2026-01-01T00:01:00Z");
    assertThat(ready().get("lastTransitionTime").getAsString()).isEqualTo("2026-01-01T00:00:00Z");
  }

  @Test
  void theTimeStaysWhereItIsWhenOnlyTheAddressMoves() {
    village.announce("a");
    village.clock.pass(Duration.ofMinutes(1));
    var moved =
        new ArtifactPublisher(
            village.cluster, village.tenants, new BaseUrl("https://new"), village.clock);

    moved.announce(Village.snippet(Village.NAME), Village.archive("a"), Village.TENANT, Fence.OPEN);

    assertThat(offered().get("url").getAsString()).startsWith("https://new/team/dash/");
    assertThat(offered().get("lastUpdateTime").getAsString()).isEqualTo("2026-01-01T00:00:00Z");
  }

  @Test
  void whatSomebodyEditedIsPutRight() {
    village.announce("a");
    var edited = village.artifact().json();
    edited
        .getAsJsonObject("status")
        .getAsJsonObject("artifact")
        .addProperty("url", "http://elsewhere/");
    village.cluster.wrote(village.server.put(ResourceType.EXTERNAL_ARTIFACT, edited));

    assertThat(village.announce("a")).isEqualTo(known("a", true));
    assertThat(offered().get("url").getAsString()).startsWith("http://jaas.example/");
  }

  @Test
  void conditionsOfOthersStayAndMalformedOnesGo() {
    village.announce("a");
    var edited = village.artifact().json();
    var conditions = edited.getAsJsonObject("status").getAsJsonArray("conditions");
    conditions.add(Village.json("{\"type\": \"Scanned\", \"status\": \"True\"}"));
    conditions.add("nonsense");
    village.cluster.wrote(village.server.put(ResourceType.EXTERNAL_ARTIFACT, edited));

    village.announce("b");

    assertThat(village.artifact().part("status").getAsJsonArray("conditions").asList())
        .extracting(condition -> condition.getAsJsonObject().get("type").getAsString())
        .containsExactly("Scanned", "Ready");
  }

  @Test
  void labelsAreCopiedExceptThoseByWhichDeployersKnowTheirOwn() {
    village.describe(
        Village.NAME,
        "uid-1",
        """
        {"team": "blue", "sharding.fluxcd.io/key": "one", "app.kubernetes.io/name": "dash",
         "app.kubernetes.io/instance": "x", "app.kubernetes.io/managed-by": "Helm",
         "kustomize.toolkit.fluxcd.io/name": "x", "kustomize.toolkit.fluxcd.io/namespace": "y",
         "helm.toolkit.fluxcd.io/name": "x", "argocd.argoproj.io/instance": "x",
         "helm.sh/chart": "x", "applyset.kubernetes.io/part-of": "x"}
        """);
    village.announce("a");

    assertThat(village.artifact().part("metadata").get("labels"))
        .isEqualTo(
            Village.json(
                """
                {"team": "blue", "sharding.fluxcd.io/key": "one", "app.kubernetes.io/name": "dash",
                 "app.kubernetes.io/managed-by": "jaas"}
                """));
  }

  @Test
  void aLabelThatTheSnippetHasNoMoreGoesAndThoseOfOthersStay() {
    village.announce("a");
    label("audited", "yes");

    village.describe(Village.NAME, "uid-1", "{}");
    assertThat(village.announce("a")).isEqualTo(known("a", true));

    assertThat(village.artifact().part("metadata").get("labels"))
        .isEqualTo(
            Village.json("{\"audited\": \"yes\", \"app.kubernetes.io/managed-by\": \"jaas\"}"));
  }

  private void label(String name, String value) {
    var edited = village.artifact().json();
    edited.getAsJsonObject("metadata").getAsJsonObject("labels").addProperty(name, value);
    village.cluster.wrote(village.server.put(ResourceType.EXTERNAL_ARTIFACT, edited));
  }

  @Test
  void aSnippetThatWasCreatedAgainBecomesTheOwner() {
    village.announce("a");
    village.describe(Village.NAME, "uid-2", "{\"team\": \"blue\"}");

    assertThat(village.announce("a")).isEqualTo(known("a", true));

    assertThat(owners()).containsExactly("uid-2");
    assertThat(village.announce("a")).isEqualTo(known("a", false));
  }

  @Test
  void aDeadOwnerGoesWhoeverWroteItDown() {
    village.announce("a");
    var edited = village.artifact().json();
    var owners = edited.getAsJsonObject("metadata").getAsJsonArray("ownerReferences");
    owners.add(
        Village.json(
            "{\"apiVersion\": \"jaas.metio.wtf/v1\", \"kind\": \"JsonnetSnippet\","
                + " \"name\": \"dash\", \"uid\": \"uid-0\"}"));
    owners.add(
        Village.json(
            "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"name\": \"x\", \"uid\": \"c\"}"));
    village.cluster.wrote(village.server.put(ResourceType.EXTERNAL_ARTIFACT, edited));

    village.announce("a");

    assertThat(owners()).containsExactlyInAnyOrder("uid-1", "c");
  }

  private List<String> owners() {
    return village.artifact().part("metadata").getAsJsonArray("ownerReferences").asList().stream()
        .map(owner -> owner.getAsJsonObject().get("uid").getAsString())
        .toList();
  }

  @Test
  void anArtifactOfSomebodyElseThatNobodyToldOfIsNotTouched() {
    var foreign = Village.bare(Village.NAME);
    foreign.add("spec", Village.json("{\"sourceRef\": {\"kind\": \"Other\", \"name\": \"x\"}}"));
    var before = village.server.put(ResourceType.EXTERNAL_ARTIFACT, foreign);

    var refused = refused("a");

    assertThat(refused.reason()).isEqualTo(Reason.INVALID_SPEC);
    assertThat(refused.message())
        .startsWith(
            "ExternalArtifact \"dash\" in \"team\" exists and was not made by this snippet");
    assertThat(village.artifact()).isEqualTo(before);
  }

  @Test
  void anArtifactWithoutAnySourceIsSomebodyElses() {
    var before = village.server.put(ResourceType.EXTERNAL_ARTIFACT, Village.bare(Village.NAME));

    assertThat(refused("a").reason()).isEqualTo(Reason.INVALID_SPEC);
    assertThat(village.artifact()).isEqualTo(before);
  }

  @Test
  void anArtifactOfSomebodyElseThatIsKnownCostsNoRequest() {
    var foreign = Village.bare(Village.NAME);
    foreign.add(
        "spec",
        Village.json(
            """
            {"sourceRef":
              {"apiVersion": "jaas.metio.wtf/v1", "kind": "JsonnetSnippet", "name": "another"}}
            """));
    village.cluster.wrote(village.server.put(ResourceType.EXTERNAL_ARTIFACT, foreign));

    assertThat(refused("a").reason()).isEqualTo(Reason.INVALID_SPEC);
    assertThat(village.server.requests()).isEmpty();
  }

  @Test
  void oneThatSomebodyMadeForTheSnippetIsTakenOver() {
    var made = Village.bare(Village.NAME);
    made.add("spec", spec());
    made.add("status", Village.json("{\"artifact\": {\"url\": \"http://evil/\"}}"));
    village.server.put(ResourceType.EXTERNAL_ARTIFACT, made);

    assertThat(village.announce("a")).isEqualTo(known("a", true));
    assertThat(offered().get("url").getAsString()).startsWith("http://jaas.example/");
  }

  private static JsonObject spec() {
    var spec = new JsonObject();
    spec.add("sourceRef", BackReference.to(Village.NAME));
    return spec;
  }

  @Test
  void whoeverMayNotPatchCreatesAndUpdates() {
    village.server.revoke("team", "renderer", "patch", ARTIFACTS);

    assertThat(village.announce("a")).isEqualTo(known("a", true));
    label("audited", "yes");
    village.describe(Village.NAME, "uid-2", "{\"size\": \"big\"}");
    assertThat(village.announce("b")).isEqualTo(known("b", true));

    assertThat(village.server.requests())
        .containsExactly(
            "patch " + PATH,
            "create " + PATH,
            "patch " + PATH,
            "patch " + PATH,
            "update " + PATH,
            "patch " + PATH);
    assertThat(owners()).containsExactly("uid-2");
    assertThat(village.artifact().part("metadata").getAsJsonObject("labels").keySet())
        .containsExactlyInAnyOrder("audited", "size", CopiedLabels.MANAGED_BY);
  }

  @Test
  void aDenialNamesEveryVerbThatWouldHelp() {
    village.server.revoke("team", "renderer", "patch", ARTIFACTS);
    village.server.revoke("team", "renderer", "create", ARTIFACTS);

    var refused = refused("a");

    assertThat(refused.reason()).isEqualTo(Reason.RBAC_DENIED);
    assertThat(refused.retry()).isEqualTo(Retry.SLOWLY);
    assertThat(refused.message())
        .startsWith(
            "RBAC denied publishing the ExternalArtifact \u2014 grant the tenant ServiceAccount"
                + " the missing verb. ServiceAccount team/renderer needs verb \"patch\" on"
                + " \"externalartifacts.source.toolkit.fluxcd.io\" in namespace \"team\" and verb"
                + " \"create\" on \"externalartifacts.source.toolkit.fluxcd.io\" in namespace"
                + " \"team\": ");
  }

  @Test
  void aDenialOfTheStatusNamesTheStatus() {
    village.server.revoke(
        "team", "renderer", "patch", "externalartifacts/status.source.toolkit.fluxcd.io");

    assertThat(refused("a").message())
        .contains(
            "needs verb \"patch\" on"
                + " \"externalartifacts.source.toolkit.fluxcd.io/status\" in namespace \"team\""
                + " (\"update\" would do as well): ");
  }

  @Test
  void aMissingDefinitionIsSaid() {
    village.server.uninstall(ResourceType.EXTERNAL_ARTIFACT);

    var refused = refused("a");

    assertThat(refused.reason()).isEqualTo(Reason.RBAC_DENIED);
    assertThat(refused.message())
        .startsWith(
            "publishing the ExternalArtifact refers to a kind not registered with the apiserver"
                + " \u2014 install the corresponding CRD. ");
  }

  @Test
  void aServerThatIsBusyIsAskedAgain() {
    village.server.next(new Reply.Unanswered("The API server did not answer in time."));

    assertThat(village.announce("a"))
        .isEqualTo(
            new Announcement.Refused(
                Reason.STORAGE_OPERATION_FAILED,
                "publishing the ExternalArtifact could not be completed: The API server did not"
                    + " answer in time.",
                Retry.WITH_BACKOFF));
  }

  @Test
  void aConflictIsSettledByReadingAgain() {
    village.announce("a");
    var edited = village.artifact().json();
    village.server.put(ResourceType.EXTERNAL_ARTIFACT, edited);

    assertThat(village.announce("b")).isEqualTo(known("b", true));
    assertThat(offered().get("revision").getAsString())
        .isEqualTo(Village.archive("b").revision().text());
  }

  @Test
  void oneThatIsGoneWithoutWordIsMadeAgain() {
    village.announce("a");
    village.server.remove(ResourceType.EXTERNAL_ARTIFACT, Village.NAME);

    assertThat(village.announce("b")).isEqualTo(known("b", true));
    assertThat(owners()).containsExactly("uid-1");
  }

  @Test
  void aClosedFenceLetsNothingOut() {
    assertThat(
            village.publisher.announce(
                Village.snippet(Village.NAME), Village.archive("a"), Village.TENANT, () -> false))
        .isEqualTo(new Announcement.Fenced());
    assertThat(village.server.requests()).isEmpty();
  }

  @Test
  void aFenceThatClosesBetweenTwoWritesIsSeen() {
    var answers = new ArrayDeque<>(List.of(true, true, false));

    assertThat(
            village.publisher.announce(
                Village.snippet(Village.NAME),
                Village.archive("a"),
                Village.TENANT,
                answers::remove))
        .isEqualTo(new Announcement.Fenced());
    assertThat(village.artifact().json().has("status")).isFalse();
  }

  @Test
  void aSnippetThatIsGoneOrLeavingAnnouncesNothing() {
    var leaving = village.described(Village.NAME).object().json().deepCopy();
    leaving.getAsJsonObject("metadata").addProperty("deletionTimestamp", "2026-01-01T00:00:00Z");
    village.describe(new KubeObject(leaving));
    assertThat(village.announce("a")).isEqualTo(new Announcement.Fenced());

    village.cluster.snippets.clear();
    assertThat(village.announce("a")).isEqualTo(new Announcement.Fenced());
    assertThat(village.server.requests()).isEmpty();
  }

  @Test
  void whatCannotBeHadIsSaidAndTakenBack() {
    village.announce("a");
    village.clock.pass(Duration.ofMinutes(1));

    village.publisher.discredit(Village.NAME, "archive lost", Village.TENANT, Fence.OPEN);
    assertThat(ready())
        .isEqualTo(
            Village.json(
                """
                {"type": "Ready", "status": "False", "reason": "StorageOperationFailed",
                 "message": "archive lost", "lastTransitionTime": "2026-01-01T00:01:00Z",
                 "observedGeneration": 1}
                """));
    assertThat(offered().get("revision").getAsString())
        .isEqualTo(Village.archive("a").revision().text());

    village.announce("a");
    assertThat(ready().get("status").getAsString()).isEqualTo("True");
    assertThat(offered().get("lastUpdateTime").getAsString()).isEqualTo("2026-01-01T00:00:00Z");
  }

  @Test
  void nothingIsSaidOfWhatWasNeverAnnounced() {
    village.publisher.discredit(Village.NAME, "archive lost", Village.TENANT, Fence.OPEN);

    assertThat(village.server.requests()).isEmpty();
  }

  private Withdrawal withdraw() {
    return village.publisher.withdraw(village.described(Village.NAME), Village.TENANT, Fence.OPEN);
  }

  @Test
  void whatWasAnnouncedIsDeletedByWhoeverMay() {
    village.announce("a");
    village.server.grant("team", "renderer", "delete", ARTIFACTS);

    assertThat(withdraw()).isEqualTo(new Withdrawal.Gone());
    assertThat(village.server.find(ResourceType.EXTERNAL_ARTIFACT, Village.NAME)).isEmpty();
  }

  @Test
  void whoeverMayNotDeleteLeavesItToTheOwner() {
    village.announce("a");

    assertThat(withdraw()).isInstanceOf(Withdrawal.LeftToOwner.class);
  }

  @Test
  void anAccountThatIsGoneLeavesItToTheOwner() {
    village.announce("a");
    village.tenants.forget(Village.TENANT);
    village.server.deleteAccount("team", "renderer");

    assertThat(withdraw())
        .isEqualTo(new Withdrawal.LeftToOwner("ServiceAccount \"renderer\" not found in \"team\""));
  }

  @Test
  void anAccountThatIsGoneUnderneathLeavesItToTheOwner() {
    village.announce("a");
    village.server.deleteAccount("team", "renderer");

    assertThat(withdraw()).isInstanceOf(Withdrawal.LeftToOwner.class);
  }

  private void announcedByAnotherProgram() {
    var made = Village.bare(Village.NAME);
    made.add("spec", spec());
    village.cluster.wrote(village.server.put(ResourceType.EXTERNAL_ARTIFACT, made));
  }

  @Test
  void whatAnotherProgramAnnouncedIsGivenItsOwnerByWhoeverMayNotDelete() {
    announcedByAnotherProgram();

    assertThat(withdraw()).isInstanceOf(Withdrawal.LeftToOwner.class);
    assertThat(new OwnerReferences(village.described(Village.NAME).object()))
        .matches(owners -> owners.collect(village.artifact()));
  }

  @Test
  void withoutAnOwnerAndTheRightToNameOneADenialIsFinal() {
    announcedByAnotherProgram();
    village.server.revoke("team", "renderer", "patch", ARTIFACTS);

    assertThat(withdraw())
        .isInstanceOfSatisfying(
            Withdrawal.Failed.class,
            failed -> {
              assertThat(failed.permanent()).isTrue();
              assertThat(failed.message()).contains("needs verb \"delete\"");
            });
  }

  @Test
  void aServerThatIsBusyIsAskedAgainForTheWithdrawal() {
    village.announce("a");
    village.server.next(new Reply.Refused(503, "ServiceUnavailable", "later"));

    assertThat(withdraw())
        .isInstanceOfSatisfying(
            Withdrawal.Failed.class, failed -> assertThat(failed.permanent()).isFalse());
  }

  @Test
  void anArtifactOfSomebodyElseIsNotDeleted() {
    village.server.grant("team", "renderer", "delete", ARTIFACTS);
    village.cluster.wrote(
        village.server.put(ResourceType.EXTERNAL_ARTIFACT, Village.bare(Village.NAME)));

    assertThat(withdraw()).isEqualTo(new Withdrawal.Foreign());
    assertThat(village.server.find(ResourceType.EXTERNAL_ARTIFACT, Village.NAME)).isPresent();
  }

  @Test
  void oneThatSomebodyElseMadeInTheMeantimeIsNotDeleted() {
    village.announce("a");
    village.server.grant("team", "renderer", "delete", ARTIFACTS);
    village.server.put(ResourceType.EXTERNAL_ARTIFACT, Village.bare(Village.NAME));

    assertThat(withdraw()).isEqualTo(new Withdrawal.Foreign());
    assertThat(village.server.find(ResourceType.EXTERNAL_ARTIFACT, Village.NAME)).isPresent();
  }

  @Test
  void withoutAnythingAnnouncedNobodyIsAsked() {
    assertThat(withdraw()).isEqualTo(new Withdrawal.Gone());
    assertThat(village.server.requests()).isEmpty();
  }

  @Test
  void whereNoWatchTellsTheServerIsAsked() {
    village.announce("a");
    village.cluster.published.clear();
    village.cluster.kinds.clear();
    village.server.grant("team", "renderer", "delete", ARTIFACTS);

    assertThat(withdraw()).isEqualTo(new Withdrawal.Gone());
    assertThat(village.server.find(ResourceType.EXTERNAL_ARTIFACT, Village.NAME)).isEmpty();
  }

  @Test
  void withAClosedFenceNothingIsDeleted() {
    village.announce("a");
    village.server.grant("team", "renderer", "delete", ARTIFACTS);

    assertThat(
            village.publisher.withdraw(
                village.described(Village.NAME), Village.TENANT, () -> false))
        .isEqualTo(new Withdrawal.Fenced());
    assertThat(village.artifact()).isNotNull();
  }

  @Test
  void anotherTeamsAccountMayWriteNothingHere() {
    var answer =
        village.publisher.announce(
            Village.snippet(Village.NAME), Village.archive("a"), Village.OTHER, Fence.OPEN);

    assertThat(answer)
        .isInstanceOfSatisfying(
            Announcement.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.RBAC_DENIED));
    assertThat(
            village.server.find(ResourceType.EXTERNAL_ARTIFACT, new ResourceName("team", "dash")))
        .isEmpty();
  }
}
