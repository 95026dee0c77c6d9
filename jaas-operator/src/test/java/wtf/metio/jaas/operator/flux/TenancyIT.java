// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.LibraryFinder.Lookup;
import wtf.metio.jaas.domain.publication.Publisher.Announcement;
import wtf.metio.jaas.domain.publication.SourceFetcher.SourceProblem;
import wtf.metio.jaas.domain.publication.Tenant;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.SourceReference;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.Reply;
import wtf.metio.jaas.operator.kube.ResourceType;
import wtf.metio.jaas.operator.tenant.TenantAccess.Access;
import wtf.metio.jaas.testservers.cluster.Awaiting;
import wtf.metio.jaas.testservers.cluster.Resource;
import wtf.metio.jaas.testservers.cluster.Rule;

/** What the shipped role of a tenant is enough for, and what it keeps a tenant from. */
@Timeout(600)
class TenancyIT {

  private static final String ARTIFACTS = "externalartifacts.source.toolkit.fluxcd.io";

  private Town town;

  @BeforeEach
  void settle() {
    town = new Town();
  }

  @AfterEach
  void leave() {
    town.close();
  }

  private static SourceReference repository(@Nullable String namespace, String name) {
    return new SourceReference(
        SourceReference.DEFAULT_API_VERSION, "GitRepository", name, namespace, "");
  }

  private SourceProblem refused(SourceReference reference) {
    return town.problem(reference).orElseThrow();
  }

  private static Announcement.Refused refused(Announcement announcement) {
    return (Announcement.Refused) announcement;
  }

  private void role(String rules) {
    Town.cluster()
        .admin()
        .patch(Resource.ROLES.in(town.team, "jaas-tenant"), "{\"rules\": [" + rules + "]}")
        .object();
  }

  private static String rule(String group, String resource, String... verbs) {
    return "{\"apiGroups\": [\"%s\"], \"resources\": [\"%s\"], \"verbs\": [\"%s\"]}"
        .formatted(group, resource, String.join("\", \"", verbs));
  }

  private KubeObject artifact(ResourceName snippet) {
    return town.object(Resource.EXTERNAL_ARTIFACTS, snippet);
  }

  @Test
  void theShippedRoleIsEnoughForEverything() {
    var dash = town.snippet(town.team, "dash");
    town.repository(town.team, "repo");
    var lib = town.library(town.team, "lib");

    assertThat(town.problem(repository(null, "repo"))).isEmpty();
    assertThat(
            ((Lookup.Found) town.libraries.find(lib, town.tenant(town.team)))
                .permission()
                .obstacle())
        .isEmpty();
    town.asked();
    assertThat(town.announce(dash, "a")).isInstanceOf(Announcement.Known.class);

    assertThat(town.asked())
        .containsExactly("patch " + ARTIFACTS, "patch " + ARTIFACTS + "/status");
    var published = artifact(dash);
    assertThat(published.part("metadata").getAsJsonObject("labels").keySet())
        .containsExactlyInAnyOrder("team", CopiedLabels.MANAGED_BY);
    assertThat(ArtifactStatus.offered(published).get("revision").getAsString())
        .isEqualTo(Village.archive("a").revision().text());
    assertThat(new OwnerReferences(town.object(Resource.SNIPPETS, dash)).areIn(published)).isTrue();
  }

  @Test
  void whatIsAsWantedCostsNoRequestAfterARestartEither() {
    var dash = town.snippet(town.team, "dash");
    town.announce(dash, "a");
    town.look(dash);
    town.asked();

    assertThat(town.announce(dash, "a"))
        .isInstanceOfSatisfying(
            Announcement.Known.class, known -> assertThat(known.changed()).isFalse());
    assertThat(town.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "gitrepositories, get, 'reading the source CR', ''",
    "jsonnetlibraries, get, 'reading JsonnetLibrary', ''",
    "externalartifacts, create, 'publishing the ExternalArtifact', ''",
    "externalartifacts, patch, 'publishing the ExternalArtifact', ' (\"update\" would do as well)'",
    "externalartifacts/status, patch, 'publishing the ExternalArtifact', ' (\"update\" would do as"
        + " well)'"
  })
  void eachMissingVerbIsNamed(String resource, String verb, String attempt, String otherwise) {
    var dash = town.snippet(town.team, "dash");
    town.repository(town.team, "repo");
    town.library(town.team, "lib");
    town.announce(dash, "a");
    town.look(dash);
    without(resource, verb);
    if (verb.equals("create")) {
      Town.cluster().admin().delete(Resource.EXTERNAL_ARTIFACTS.in(town.team, "dash")).object();
    }

    relabel(dash);

    var message =
        switch (resource) {
          case "gitrepositories" -> refused(repository(null, "repo")).message();
          case "jsonnetlibraries" -> obstacle(new ResourceName(town.team, "lib")).message();
          default -> refused(town.announce(dash, "b")).message();
        };

    var group = resource.startsWith("jsonnet") ? "jaas.metio.wtf" : "source.toolkit.fluxcd.io";
    var words = resource.split("/", 2);
    var part = words.length == 1 ? "" : '/' + words[1];
    assertThat(message)
        .startsWith("RBAC denied " + attempt)
        .contains(
            "ServiceAccount %s/renderer needs verb \"%s\" on \"%s.%s%s\" in namespace \"%s\"%s: "
                .formatted(town.team, verb, words[0], group, part, town.team, otherwise));
  }

  /** The shipped role without one verb, and without whatever would do in its place. */
  private void without(String resource, String verb) {
    var rules = new ArrayList<String>();
    var flux = "source.toolkit.fluxcd.io";
    for (var kind : List.of("gitrepositories", "externalartifacts/status", "externalartifacts")) {
      var verbs =
          new ArrayList<>(
              kind.equals("gitrepositories")
                  ? List.of("get")
                  : kind.endsWith("status") ? List.of("patch") : List.of("get", "create", "patch"));
      if (kind.equals(resource)) {
        verbs.remove(verb);
      }
      rules.add(
          rule(flux, kind, verbs.isEmpty() ? new String[] {"none"} : verbs.toArray(String[]::new)));
    }
    if (!resource.equals("jsonnetlibraries")) {
      rules.add(rule("jaas.metio.wtf", "jsonnetlibraries", "get"));
    }
    role(String.join(", ", rules));
    var identity = Town.cluster().serviceAccount(town.team, "renderer");
    var words = resource.split("/", 2);
    var kind =
        new Resource(resource.startsWith("jsonnet") ? "jaas.metio.wtf" : flux, "v1", words[0]);
    Awaiting.until(
        "the verb is gone",
        () ->
            !Town.cluster()
                .allows(
                    identity,
                    town.team,
                    words.length == 1 ? Rule.on(kind, verb) : Rule.onPart(kind, words[1], verb)));
  }

  private SourceProblem obstacle(ResourceName library) {
    return switch (town.libraries.find(library, town.tenant(town.team))) {
      case Lookup.Found(_, var permission) -> permission.obstacle().orElseThrow();
      case Lookup.Unavailable(var reason, var message, var retry) ->
          new SourceProblem(reason, message, retry);
      case Lookup.Absent() -> throw new AssertionError("absent");
    };
  }

  @Test
  void whoeverMayNotPatchObjectsPublishesByCreatingAndUpdating() {
    var dash = town.snippet(town.team, "dash");
    role(
        rule("source.toolkit.fluxcd.io", "externalartifacts", "get", "create", "update")
            + ", "
            + rule("source.toolkit.fluxcd.io", "externalartifacts/status", "patch"));
    awaitDenied(town.team, Rule.on(Resource.EXTERNAL_ARTIFACTS, "patch"));

    assertThat(town.announce(dash, "a")).isInstanceOf(Announcement.Known.class);
    relabel(dash);
    assertThat(town.announce(dash, "b")).isInstanceOf(Announcement.Known.class);

    var published = artifact(dash);
    assertThat(published.part("metadata").getAsJsonObject("labels").keySet())
        .containsExactlyInAnyOrder("size", CopiedLabels.MANAGED_BY);
    assertThat(ArtifactStatus.offered(published).get("revision").getAsString())
        .isEqualTo(Village.archive("b").revision().text());
    town.asked();
    town.look(dash);
    town.announce(dash, "b");
    assertThat(town.asked()).isEmpty();
  }

  private void relabel(ResourceName snippet) {
    Town.cluster()
        .admin()
        .patch(
            Resource.SNIPPETS.in(snippet.namespace(), snippet.name()),
            "{\"metadata\": {\"labels\": {\"team\": null, \"size\": \"big\"}}}")
        .object();
    town.look(snippet);
  }

  private void awaitDenied(String namespace, Rule rule) {
    var identity = Town.cluster().serviceAccount(namespace, "renderer");
    Awaiting.until("denied", () -> !Town.cluster().allows(identity, namespace, rule));
  }

  @Test
  void anAccountThatWasCreatedAgainIsServedWithANewToken() {
    town.library(town.team, "lib");
    var api = ((Access.Granted) town.tenants.as(town.tenant(town.team))).api();
    var name = new ResourceName(town.team, "lib");
    assertThat(api.get(ResourceType.LIBRARY, name)).isInstanceOf(Reply.Done.class);
    recreateAccount();
    town.asked();

    // The server itself remembers a token for some seconds.
    Awaiting.until(
        "a new token was made",
        () -> {
          assertThat(api.get(ResourceType.LIBRARY, name)).isInstanceOf(Reply.Done.class);
          return town.requests.contains("create serviceaccounts/token");
        });
    assertThat(town.failures).isEmpty();
  }

  private void recreateAccount() {
    var path = Resource.SERVICE_ACCOUNTS.in(town.team, "renderer");
    Town.cluster().admin().delete(path).object();
    Town.cluster().serviceAccount(town.team, "renderer");
  }

  @Test
  void anAccountThatIsGoneIsMissingAndFoundAgain() {
    var path = Resource.SERVICE_ACCOUNTS.in(town.team, "renderer");
    Town.cluster().admin().delete(path).object();

    assertThat(town.tenants.as(town.tenant(town.team)))
        .isInstanceOfSatisfying(
            Access.Denied.class,
            denied -> {
              assertThat(denied.reason()).isEqualTo(Reason.SERVICE_ACCOUNT_MISSING);
              assertThat(denied.message())
                  .isEqualTo("ServiceAccount \"renderer\" not found in \"" + town.team + '"');
            });
    Awaiting.until(
        "told", () -> List.copyOf(town.failures).equals(List.of(town.team + "/renderer")));

    Town.cluster().serviceAccount(town.team, "renderer");
    assertThat(town.tenants.as(town.tenant(town.team))).isInstanceOf(Access.Granted.class);
  }

  @Test
  void aSnippetThatWasCreatedAgainOwnsItsArtifact() {
    var dash = town.snippet(town.team, "dash");
    town.announce(dash, "a");
    var former = town.object(Resource.SNIPPETS, dash).uid();
    Town.cluster().admin().delete(Resource.SNIPPETS.in(town.team, "dash")).object();
    town.snippet(town.team, "dash");

    town.announce(dash, "a");

    assertThat(artifact(dash).part("metadata").get("ownerReferences").toString())
        .doesNotContain(former)
        .contains(town.object(Resource.SNIPPETS, dash).uid());
  }

  @Test
  void conditionsOfOthersSurviveOurs() {
    var dash = town.snippet(town.team, "dash");
    town.announce(dash, "a");
    Town.cluster()
        .admin()
        .patch(
            Resource.EXTERNAL_ARTIFACTS.in(town.team, "dash") + "/status",
            """
            {"status": {"conditions": [{"type": "Scanned", "status": "True", "reason": "Clean",
              "message": "", "lastTransitionTime": "2026-01-01T00:00:00Z"}]}}
            """)
        .object();
    town.look(dash);

    town.announce(dash, "b");

    assertThat(artifact(dash).part("status").getAsJsonArray("conditions").asList())
        .extracting(condition -> condition.getAsJsonObject().get("type").getAsString())
        .containsExactly("Scanned", "Ready");
  }

  @Test
  void anArtifactThatIsGoneWithoutWordIsMadeAgain() {
    var dash = town.snippet(town.team, "dash");
    town.announce(dash, "a");
    Town.cluster().admin().delete(Resource.EXTERNAL_ARTIFACTS.in(town.team, "dash")).object();

    assertThat(town.announce(dash, "b")).isInstanceOf(Announcement.Known.class);
    assertThat(ArtifactStatus.offered(artifact(dash)).get("revision").getAsString())
        .isEqualTo(Village.archive("b").revision().text());
  }

  @Test
  void somebodyWhoWritesAtTheSameTimeLosesNothing() {
    var dash = town.snippet(town.team, "dash");
    town.announce(dash, "a");
    Town.cluster()
        .admin()
        .patch(
            Resource.EXTERNAL_ARTIFACTS.in(town.team, "dash"),
            "{\"metadata\": {\"annotations\": {\"note\": \"theirs\"}}}")
        .object();

    assertThat(town.announce(dash, "b")).isInstanceOf(Announcement.Known.class);
    assertThat(artifact(dash).part("metadata").getAsJsonObject("annotations").has("note")).isTrue();
  }

  @Test
  void anotherTeamsSourceCannotBeReadAndIsNotHintedAt() {
    var absent = refused(repository(town.other, "repo"));
    town.repository(town.other, "repo");
    var present = refused(repository(town.other, "repo"));

    assertThat(present).isEqualTo(absent);
    assertThat(present.reason()).isEqualTo(Reason.RBAC_DENIED);
    assertThat(present.message())
        .isEqualTo(
            "cross-namespace GitRepository \"repo\" is not reachable; check the source CR's status"
                + " in \""
                + town.other
                + '"');
  }

  @Test
  void anotherTeamsLibraryCannotBeReadAndIsNotHintedAt() {
    var lib = new ResourceName(town.other, "lib");
    var absent = obstacle(lib);
    town.library(town.other, "lib");

    assertThat(obstacle(lib)).isEqualTo(absent);
    assertThat(absent.reason()).isEqualTo(Reason.RBAC_DENIED);
  }

  @Test
  void anotherTeamsAccountCannotBeBorrowedByItsName() {
    var names =
        List.of(
            "../../" + town.other + "/serviceaccounts/renderer",
            "renderer/../../../" + town.other + "/serviceaccounts/renderer",
            "..%2F..%2F" + town.other + "%2Fserviceaccounts%2Frenderer",
            "system:serviceaccount:" + town.other + ":renderer");
    for (var name : names) {
      assertThat(town.tenants.as(new Tenant(town.team, name)))
          .as(name)
          .isInstanceOf(Access.Denied.class);
    }
    assertThat(town.asked()).isEmpty();
  }

  @Test
  void anotherTeamsArtifactCannotBeWritten() {
    var theirs = town.snippet(town.other, "dash");
    town.announce(theirs, "theirs");
    var before = artifact(theirs);

    var refused = refused(town.announce(theirs, "ours", town.tenant(town.team)));

    assertThat(refused.reason()).isEqualTo(Reason.RBAC_DENIED);
    assertThat(artifact(theirs)).isEqualTo(before);
  }

  @Test
  void aSnippetOfTheSameNameElsewhereIsAnotherOne() {
    var theirs = town.snippet(town.other, "dash");
    town.announce(theirs, "theirs");
    var before = artifact(theirs);

    town.announce(town.snippet(town.team, "dash"), "ours");

    assertThat(artifact(theirs)).isEqualTo(before);
    assertThat(ArtifactStatus.offered(artifact(new ResourceName(town.team, "dash"))).get("url"))
        .isNotEqualTo(ArtifactStatus.offered(before).get("url"));
  }

  @Test
  void anArtifactOfSomebodyElseIsNotTouched() {
    Town.cluster()
        .apply(
            """
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: ExternalArtifact
            metadata: {name: dash, namespace: %s, labels: {app: theirs}}
            spec: {sourceRef: {apiVersion: v1, kind: ConfigMap, name: dash}}
            """
                .formatted(town.team));
    var dash = new ResourceName(town.team, "dash");
    var before = artifact(dash);
    town.snippet(town.team, "dash");
    town.watched.published.clear();

    assertThat(refused(town.announce(dash, "a")).reason()).isEqualTo(Reason.INVALID_SPEC);
    town.look(dash);
    assertThat(refused(town.announce(dash, "a")).reason()).isEqualTo(Reason.INVALID_SPEC);

    assertThat(artifact(dash)).isEqualTo(before);
  }

  @Test
  void anArtifactWithoutAnySourceIsNotTouched() {
    Town.cluster()
        .apply(
            """
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: ExternalArtifact
            metadata: {name: dash, namespace: %s}
            spec: {}
            """
                .formatted(town.team));
    var dash = new ResourceName(town.team, "dash");
    var before = artifact(dash);
    town.snippet(town.team, "dash");
    town.watched.published.clear();

    assertThat(refused(town.announce(dash, "a")).reason()).isEqualTo(Reason.INVALID_SPEC);
    assertThat(artifact(dash)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "source.toolkit.fluxcd.io/v1/namespaces/kube-system/gitrepositories/x?, repo",
    "../../api/v1, repo",
    "v1, repo",
    "source.toolkit.fluxcd.io/v1, '../../secrets/repo'",
    "source.toolkit.fluxcd.io/v1, 'repo?fieldSelector=x'",
    "source.toolkit.fluxcd.io/v1, '..%2Fsecrets%2Frepo'"
  })
  void wordsOfAReferenceLeadNobodyAstray(String apiVersion, String name) {
    town.tenants.as(town.tenant(town.team));
    town.asked();

    assertThat(town.problem(new SourceReference(apiVersion, "GitRepository", name, null, "")))
        .isPresent();
    assertThat(town.asked()).isEmpty();
  }

  @Test
  void anotherVersionOfAKindIsReadWhereItIsServed() {
    town.repository(town.team, "repo");
    var reference =
        new SourceReference("source.toolkit.fluxcd.io/v9", "GitRepository", "repo", null, "");

    assertThat(refused(reference).message())
        .startsWith("reading the source CR refers to a kind not registered with the apiserver");
  }

  @Test
  void aRightThatIsTakenAwayIsGoneForTheNextChange() {
    town.repository(town.team, "repo");
    assertThat(town.problem(repository(null, "repo"))).isEmpty();
    role(rule("jaas.metio.wtf", "jsonnetlibraries", "get"));
    awaitDenied(town.team, Rule.on(Resource.GIT_REPOSITORIES, "get"));
    town.repository(town.team, "second");

    assertThat(town.problem(repository(null, "second")))
        .map(SourceProblem::reason)
        .isEqualTo(Optional.of(Reason.RBAC_DENIED));
  }

  @Test
  void anArtifactThatPretendsToBeOfAnotherTeamIsReadAsWhatItIs() {
    var theirs = town.snippet(town.other, "dash");
    town.announce(theirs, "secret");
    var stolen = ArtifactStatus.offered(artifact(theirs));
    var forged = town.snippet(town.team, "dash");
    town.announce(forged, "mine");
    Town.cluster()
        .admin()
        .patch(
            Resource.EXTERNAL_ARTIFACTS.in(town.team, "dash") + "/status",
            "{\"status\": {\"artifact\": " + stolen + "}}")
        .object();
    town.look(forged);

    assertThat(town.announce(forged, "mine"))
        .isInstanceOfSatisfying(
            Announcement.Known.class, known -> assertThat(known.changed()).isTrue());
    assertThat(ArtifactStatus.offered(artifact(forged)).get("url").getAsString())
        .contains(town.team)
        .doesNotContain(town.other);
  }
}
