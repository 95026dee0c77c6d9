// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wtf.metio.jaas.domain.artifact.BaseUrl;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.publication.SourceFetcher.Delivery;
import wtf.metio.jaas.domain.publication.SourceFetcher.Location;
import wtf.metio.jaas.domain.publication.SourceFetcher.SourceProblem;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.SourceReference;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.Reply;
import wtf.metio.jaas.operator.kube.ResourceType;
import wtf.metio.jaas.operator.resource.SourceReading;
import wtf.metio.jaas.operator.resource.SourceResource;

class FluxSourcesTest {

  private static final ResourceName REPO = new ResourceName("team", "repo");
  private static final ResourceName FOREIGN = new ResourceName("other", "repo");
  private static final String REPOSITORIES = "gitrepositories.source.toolkit.fluxcd.io";
  private static final String READ =
      "get /apis/source.toolkit.fluxcd.io/v1/namespaces/team/gitrepositories/repo";
  private static final String UNREACHABLE =
      "cross-namespace GitRepository \"repo\" is not reachable; check the source CR's status in"
          + " \"other\"";

  private final Village village = new Village();

  @BeforeEach
  void knowTheTenant() {
    village.tenants.as(Village.TENANT);
    village.server.requests();
  }

  private static SourceReference reference(@Nullable String namespace, String apiVersion) {
    return new SourceReference(apiVersion, "GitRepository", "repo", namespace, "");
  }

  private Location locate(@Nullable String namespace) {
    return locate(reference(namespace, SourceReference.DEFAULT_API_VERSION));
  }

  private Location locate(SourceReference reference) {
    return village.sources.locate(reference, Village.NAME, Village.TENANT);
  }

  private static Delivery fetch(Location location) {
    return ((Location.Found) location).download().fetch(Cancellation.NEVER);
  }

  private static SourceProblem problem(Location location) {
    return ((Location.Unavailable) location).problem();
  }

  private static SourceProblem problem(Delivery delivery) {
    return ((Delivery.Undelivered) delivery).problem();
  }

  @Test
  void whetherSomethingChangedCostsNoRequest() {
    village.repository(REPO, "http://source/1");

    assertThat(locate((String) null))
        .isInstanceOfSatisfying(
            Location.Found.class, found -> assertThat(found.revision()).isEqualTo(Village.DIGEST));
    assertThat(village.server.requests()).isEmpty();
  }

  @Test
  void itIsReadAsTheTenantBeforeItsFilesAreUsed() {
    village.repository(REPO, "http://source/1");

    assertThat(fetch(locate((String) null))).isInstanceOf(Delivery.Delivered.class);
    assertThat(village.server.requests()).containsExactly(READ);
    assertThat(village.fetched).containsExactly("http://source/1");
  }

  @Test
  void aHundredUsersOfOneSourceReadItOnce() {
    village.repository(REPO, "http://source/1");

    IntStream.range(0, 100).forEach(_ -> fetch(locate((String) null)));

    assertThat(village.server.requests()).containsExactly(READ);
  }

  @Test
  void whoeverMayNotReadItGetsNothingOfWhatTheWatchesKnow() {
    village.repository(REPO, "http://source/1");
    village.server.revoke("team", "renderer", "get", REPOSITORIES);

    var problem = problem(fetch(locate((String) null)));

    assertThat(problem.reason()).isEqualTo(Reason.RBAC_DENIED);
    assertThat(problem.retry()).isEqualTo(Retry.SLOWLY);
    assertThat(problem.message())
        .startsWith(
            "RBAC denied reading the source CR \u2014 grant the tenant ServiceAccount the missing"
                + " verb. ServiceAccount team/renderer needs verb \"get\" on"
                + " \"gitrepositories.source.toolkit.fluxcd.io\" in namespace \"team\": ");
    assertThat(village.fetched).isEmpty();
  }

  @Test
  void anEmptyMemoryOfReadingHoldsForTenSecondsAtMost() {
    village.repository(REPO, "http://source/1");
    fetch(locate((String) null));
    village.server.revoke("team", "renderer", "get", REPOSITORIES);
    village.clock.pass(Duration.ofSeconds(10));

    assertThat(problem(fetch(locate((String) null))).reason()).isEqualTo(Reason.RBAC_DENIED);
  }

  @Test
  void aSourceThatChangedWhileItWasReadIsWaitedFor() {
    var located = locate(village.repository(REPO, "http://source/1"));
    village.repository(REPO, "http://source/2");

    assertThat(problem(fetch(located)))
        .isEqualTo(
            new SourceProblem(
                Reason.SOURCE_NOT_READY,
                "GitRepository team/repo (changed while it was read): source not ready",
                Retry.WITH_BACKOFF));
    assertThat(village.fetched).isEmpty();
  }

  private Location locate(SourceResource known) {
    assertThat(known.unready()).isEmpty();
    return locate((String) null);
  }

  @Test
  void anArchiveThatIsDamagedBecauseItWasReplacedIsWaitedFor() {
    var located = locate(village.repository(REPO, "http://source/1"));
    village.damaged.put(
        "http://source/1",
        new SourceProblem(Reason.SOURCE_FETCH_FAILED, "its digest is another", Retry.SLOWLY));
    assertThat(problem(fetch(located)).message()).isEqualTo("its digest is another");

    village.repository(REPO, "http://source/2");
    assertThat(problem(fetch(located)).reason()).isEqualTo(Reason.SOURCE_NOT_READY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"conditions": "x"}                                | status.conditions malformed
          {}                                                 | status.conditions not yet populated
          {"conditions": []}                                 | status.conditions empty
          {"conditions": [{"type": "Other"}, 1]}             | no Ready condition
          {"conditions": [{"type": "Ready", "status": "False"}]}                  | Ready=False
          {"conditions": [{"type": "Ready", "status": "False", "reason": "Auth"}]} | Ready=False/Auth
          {"observedGeneration": 0, "conditions": [{"type": "Ready", "status": "True"}]} \
          | generation 1 is not observed yet
          """)
  void aSourceThatIsNotReadyIsWaitedForInTheseWords(String status, String why) {
    var object = Village.bare(REPO);
    object.add("status", Village.json(status));
    village.server.put(Village.REPOSITORY, object);

    assertThat(problem(locate((String) null)))
        .isEqualTo(
            new SourceProblem(
                Reason.SOURCE_NOT_READY,
                "GitRepository team/repo (" + why + "): source not ready",
                Retry.WITH_BACKOFF));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                 | GitRepository team/repo: source has no status.artifact yet
          {"artifact": {}}   | GitRepository team/repo: status.artifact.url is empty: source has no \
          status.artifact yet
          """)
  void aSourceThatOffersNothingIsWaitedForInTheseWords(String artifact, String message) {
    var object = Village.bare(REPO);
    var status = Village.json(artifact);
    status.add(
        "conditions",
        Village.json("{\"a\": [{\"type\": \"Ready\", \"status\": \"True\"}]}").get("a"));
    object.add("status", status);
    village.server.put(Village.REPOSITORY, object);

    assertThat(problem(locate((String) null)).message()).isEqualTo(message);
  }

  @Test
  void aMissingSourceIsSaidToWhoeverMayReadIt() {
    assertThat(problem(locate((String) null)))
        .isEqualTo(
            new SourceProblem(
                Reason.SOURCE_FETCH_FAILED, "GitRepository team/repo not found", Retry.SLOWLY));

    village.server.revoke("team", "renderer", "get", REPOSITORIES);
    assertThat(problem(locate((String) null)).reason()).isEqualTo(Reason.RBAC_DENIED);
  }

  @Test
  void aKindThatIsNotInstalledIsSaid() {
    village.server.uninstall(Village.REPOSITORY);

    var problem = problem(locate((String) null));

    assertThat(problem.reason()).isEqualTo(Reason.RBAC_DENIED);
    assertThat(problem.message())
        .startsWith(
            "reading the source CR refers to a kind not registered with the apiserver \u2014"
                + " install the corresponding CRD. ");
  }

  @Test
  void anotherVersionIsReadWhereItIsServedAndNotTakenFromTheWatches() {
    village.repository(REPO, "http://source/1");

    locate(reference(null, "source.toolkit.fluxcd.io/v1beta2"));

    assertThat(village.server.requests())
        .containsExactly(
            "get /apis/source.toolkit.fluxcd.io/v1beta2/namespaces/team/gitrepositories/repo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v1",
        "",
        "/",
        "a/b/c",
        "source.toolkit.fluxcd.io/v1/namespaces/other/secrets/x?",
        "../../api/v1",
        "source.toolkit.fluxcd.io/..",
        "source.toolkit.fluxcd.io/v1?watch=1"
      })
  void anApiVersionThatIsNoneNeverReachesTheServer(String apiVersion) {
    var problem = problem(locate(reference(null, apiVersion)));

    assertThat(problem.reason()).isEqualTo(Reason.RBAC_DENIED);
    assertThat(village.server.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "a/../../b", "x?watch=1", "..%2fx", "X", "a b", "x#", "."})
  void aNameThatNoObjectCanHaveNeverReachesTheServer(String name) {
    var reference =
        new SourceReference(SourceReference.DEFAULT_API_VERSION, "GitRepository", name, null, "");

    assertThat(problem(locate(reference)).reason()).isEqualTo(Reason.SOURCE_FETCH_FAILED);
    assertThat(village.server.requests()).isEmpty();
  }

  @Test
  void aNamespaceThatNoObjectCanHaveNeverReachesTheServer() {
    assertThat(problem(locate("team/secrets/x/../..")).reason())
        .isEqualTo(Reason.SOURCE_FETCH_FAILED);
    assertThat(village.server.requests()).isEmpty();
  }

  @Test
  void whetherAForeignSourceExistsIsNotToldToThoseWhoMayNotReadIt() {
    var absent = problem(locate("other"));
    village.repository(FOREIGN, "http://secret/1");
    var present = problem(fetch(locate("other")));
    village.repository(FOREIGN, "http://secret/1", "False");
    var unready = problem(locate("other"));
    village.repository(FOREIGN, "file:///secret");
    var refusedAddress = problem(locate("other"));

    assertThat(present)
        .isEqualTo(new SourceProblem(Reason.RBAC_DENIED, UNREACHABLE, Retry.SLOWLY))
        .isEqualTo(absent)
        .isEqualTo(unready)
        .isEqualTo(refusedAddress);
  }

  @Test
  void nothingOfAForeignNamespaceIsSaidToThoseWhoMayRead() {
    village.server.allow("system:serviceaccount:team:renderer", "get", REPOSITORIES, "other");
    village.repository(FOREIGN, "http://secret/1", "False");
    assertThat(problem(locate("other")).message()).isEqualTo(UNREACHABLE);

    village.repository(FOREIGN, "file:///secret");
    assertThat(problem(locate("other")).message()).isEqualTo(UNREACHABLE);

    village.repository(FOREIGN, "http://secret/2");
    village.damaged.put(
        "http://secret/2",
        new SourceProblem(Reason.SOURCE_FETCH_FAILED, "http://secret/2: HTTP 404", Retry.SLOWLY));
    assertThat(problem(fetch(locate("other"))).message()).isEqualTo(UNREACHABLE);

    village.server.next(new Reply.Refused(500, "InternalError", "etcd of other is full"));
    village.repository(FOREIGN, "http://secret/2", "False");
    assertThat(problem(locate("other")).message()).isEqualTo(UNREACHABLE);
  }

  @Test
  void theSourceOfAForeignLibraryIsForeignToo() {
    village.repository(FOREIGN, "http://secret/1", "False");

    var location =
        village.sources.locate(
            reference(null, SourceReference.DEFAULT_API_VERSION),
            new ResourceName("other", "lib"),
            Village.TENANT);

    assertThat(problem(location).message()).isEqualTo(UNREACHABLE);
  }

  private void publish(String revision, Digest digest, String url) {
    var object = Village.bare(Village.NAME);
    var spec = Village.json("{}");
    spec.add("sourceRef", BackReference.to(Village.NAME));
    object.add("spec", spec);
    object.add(
        "status",
        Village.json(
            """
            {"conditions": [{"type": "Ready", "status": "True"}],
             "artifact": {"url": "%s", "revision": "%s", "digest": "%s"}}
            """
                .formatted(url, revision, digest)));
    publish(village.server.put(ResourceType.EXTERNAL_ARTIFACT, object));
  }

  private void publish(KubeObject object) {
    village.cluster.wrote(object);
    village.cluster.know(SourceReading.of("ExternalArtifact", object));
  }

  private Location locatePublished() {
    return locate(
        new SourceReference(
            SourceReference.DEFAULT_API_VERSION, "ExternalArtifact", "dash", null, ""));
  }

  @Test
  void whatThisInstallationPublishedComesFromItsStore() {
    var archive = Village.archive("a");
    village.stored.add(
        new ArchiveFetcher.OwnArchive(Village.NAME, archive.revision(), archive.digest()));
    publish(
        archive.revision().text(),
        archive.digest(),
        new BaseUrl(Village.BASE).of(Village.NAME, archive.revision()));

    assertThat(fetch(locatePublished())).isInstanceOf(Delivery.Delivered.class);
    assertThat(village.fetched).containsExactly("store team/dash");
    assertThat(village.server.requests())
        .containsExactly(
            "get /apis/source.toolkit.fluxcd.io/v1/namespaces/team/externalartifacts/dash");
  }

  @Test
  void anAddressOfAnotherOwnerIsNotTakenForOurs() {
    var archive = Village.archive("a");
    village.stored.add(
        new ArchiveFetcher.OwnArchive(Village.NAME, archive.revision(), archive.digest()));
    var victim = new ResourceName("other", "dash");
    publish(
        archive.revision().text(),
        archive.digest(),
        new BaseUrl(Village.BASE).of(victim, archive.revision()));

    fetch(locatePublished());

    assertThat(village.fetched).noneMatch(fetched -> fetched.startsWith("store"));
  }

  @Test
  void aDigestThatTheStoreDoesNotHaveIsDownloadedAndCheckedAsAnyOther() {
    var archive = Village.archive("a");
    village.stored.add(
        new ArchiveFetcher.OwnArchive(Village.NAME, archive.revision(), archive.digest()));
    var url = new BaseUrl(Village.BASE).of(Village.NAME, archive.revision());
    publish(archive.revision().text(), Village.archive("secret of others").digest(), url);

    fetch(locatePublished());

    assertThat(village.fetched).containsExactly(url);
  }
}
