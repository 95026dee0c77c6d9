// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.LibraryFinder.Lookup;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.publication.SourceFetcher.SourceProblem;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.Violation;
import wtf.metio.jaas.operator.kube.Reply;
import wtf.metio.jaas.operator.kube.ResourceType;
import wtf.metio.jaas.operator.resource.LibraryResource;

class ClusterLibrariesTest {

  private static final ResourceName OWN = new ResourceName("team", "lib");
  private static final ResourceName FOREIGN = new ResourceName("other", "lib");
  private static final String LIBRARIES = "jsonnetlibraries.jaas.metio.wtf";
  private static final String READ =
      "get /apis/jaas.metio.wtf/v1/namespaces/team/jsonnetlibraries/lib";
  private static final String UNREACHABLE =
      "cross-namespace JsonnetLibrary \"lib\" is not reachable; check the library in \"other\"";

  private final Village village = new Village();

  @BeforeEach
  void knowTheTenant() {
    village.tenants.as(Village.TENANT);
    village.server.requests();
  }

  private Lookup find(ResourceName library) {
    return village.libraries.find(library, Village.TENANT);
  }

  private static Lookup.Found found(Lookup lookup) {
    return (Lookup.Found) lookup;
  }

  private SourceProblem obstacle(ResourceName library) {
    return found(find(library)).permission().obstacle().orElseThrow();
  }

  @Test
  void aKnownLibraryIsFoundWithoutARequestAndReadBeforeItIsUsed() {
    village.inlineLibrary(OWN);

    var found = found(find(OWN));
    assertThat(village.server.requests()).isEmpty();

    assertThat(found.permission().obstacle()).isEmpty();
    assertThat(village.server.requests()).containsExactly(READ);
    assertThat(found(find(OWN)).permission().obstacle()).isEmpty();
    assertThat(village.server.requests()).isEmpty();
  }

  @Test
  void whoeverMayNotReadItMayNotUseIt() {
    village.inlineLibrary(OWN);
    village.server.revoke("team", "renderer", "get", LIBRARIES);

    var obstacle = obstacle(OWN);

    assertThat(obstacle.reason()).isEqualTo(Reason.RBAC_DENIED);
    assertThat(obstacle.retry()).isEqualTo(Retry.SLOWLY);
    assertThat(obstacle.message())
        .startsWith(
            "RBAC denied reading JsonnetLibrary team/lib \u2014 grant the tenant ServiceAccount the"
                + " missing verb. ServiceAccount team/renderer needs verb \"get\" on"
                + " \"jsonnetlibraries.jaas.metio.wtf\" in namespace \"team\": ");
  }

  @Test
  void whetherAForeignLibraryExistsIsNotToldToThoseWhoMayNotReadIt() {
    var absent = (Lookup.Unavailable) find(FOREIGN);
    village.inlineLibrary(FOREIGN);
    var present = obstacle(FOREIGN);
    flaw(FOREIGN);
    var flawed = (Lookup.Unavailable) find(FOREIGN);

    assertThat(present.reason()).isEqualTo(Reason.RBAC_DENIED);
    assertThat(present.message()).contains("needs verb \"get\"").contains("in namespace \"other\"");
    assertThat(new SourceProblem(absent.reason(), absent.message(), absent.retry()))
        .isEqualTo(present)
        .isEqualTo(new SourceProblem(flawed.reason(), flawed.message(), flawed.retry()));
  }

  private void flaw(ResourceName name) {
    var library = village.cluster.library(name).orElseThrow();
    village.cluster.libraries.put(
        name,
        new LibraryResource(
            library.object(),
            library.origin(),
            List.of(new Violation(Reason.INVALID_SPEC, "spec", "the secret is wrong"))));
  }

  @Test
  void whatIsWrongWithALibraryIsSaidInItsOwnNamespaceAlone() {
    village.server.allow("system:serviceaccount:team:renderer", "get", LIBRARIES, "other");
    village.inlineLibrary(OWN);
    village.inlineLibrary(FOREIGN);
    flaw(OWN);
    flaw(FOREIGN);

    assertThat(find(OWN))
        .isEqualTo(
            new Lookup.Unavailable(
                Reason.INVALID_SPEC,
                "JsonnetLibrary \"lib\" in \"team\": the secret is wrong",
                Retry.SLOWLY));
    assertThat(find(FOREIGN))
        .isEqualTo(new Lookup.Unavailable(Reason.INVALID_SPEC, UNREACHABLE, Retry.SLOWLY));
  }

  @Test
  void aLibraryThatTheWatchesDoNotSeeIsRead() {
    village.server.put(ResourceType.LIBRARY, Village.bare(OWN));

    assertThat(found(find(OWN)).permission().obstacle()).isEmpty();
    assertThat(village.server.requests()).containsExactly(READ);
  }

  @Test
  void aMissingLibraryIsMissing() {
    assertThat(find(OWN)).isEqualTo(new Lookup.Absent());
  }

  @Test
  void aLibraryThatWentAwayBeforeItWasUsedIsMissing() {
    village.inlineLibrary(OWN);
    village.server.remove(ResourceType.LIBRARY, OWN);

    assertThat(obstacle(OWN))
        .isEqualTo(
            new SourceProblem(
                Reason.LIBRARY_NOT_FOUND,
                "JsonnetLibrary \"lib\" in \"team\" not found",
                Retry.SLOWLY));
  }

  @Test
  void aServerThatIsBusyIsAskedAgainAndQuotedAtHomeAlone() {
    var busy = new Reply.Refused(500, "InternalError", "etcd is full");
    village.server.next(busy);
    assertThat(find(OWN))
        .isEqualTo(
            new Lookup.Unavailable(
                Reason.SOURCE_FETCH_FAILED,
                "reading JsonnetLibrary team/lib could not be completed: etcd is full",
                Retry.WITH_BACKOFF));

    village.server.next(busy);
    assertThat(find(FOREIGN))
        .isEqualTo(
            new Lookup.Unavailable(Reason.SOURCE_FETCH_FAILED, UNREACHABLE, Retry.WITH_BACKOFF));
  }

  @Test
  void aNameThatNoLibraryCanHaveNeverReachesTheServer() {
    assertThat(find(new ResourceName("team", "lib?watch=1"))).isEqualTo(new Lookup.Absent());
    assertThat(village.server.requests()).isEmpty();
  }

  @Test
  void withoutAnAccountTheWordsAreThoseOfTheAccount() {
    village.server.deleteAccount("team", "renderer");
    village.tenants.forget(Village.TENANT);

    assertThat(find(OWN))
        .isInstanceOfSatisfying(
            Lookup.Unavailable.class,
            unavailable ->
                assertThat(unavailable.reason()).isEqualTo(Reason.SERVICE_ACCOUNT_MISSING));
  }
}
