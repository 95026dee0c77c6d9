// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static wtf.metio.jaas.domain.publication.PublicationFixture.NAME;
import static wtf.metio.jaas.domain.publication.PublicationFixture.repository;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.graph.Dependencies;
import wtf.metio.jaas.domain.snippet.NamedValue;
import wtf.metio.jaas.domain.snippet.Origin;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.SnippetSpec;
import wtf.metio.jaas.domain.snippet.SourceReference;
import wtf.metio.jaas.domain.source.FileSet;

class PublishSnippetTest {

  private final PublicationFixture world = new PublicationFixture();

  @Test
  void renderedValueIsStoredAndAnnounced() {
    var pass = synced(inline("{}"), Ledger.EMPTY);
    var revision = revision("{}");
    assertThat(pass.changed()).isTrue();
    assertThat(pass.message()).isEqualTo("Rendered 2 bytes from 1 files");
    assertThat(pass.notes()).containsExactly("traced");
    assertThat(pass.url()).isEqualTo("http://store/" + revision.path(NAME));
    assertThat(world.store.find(NAME, revision)).isEqualTo(pass.ledger().announced());
    assertThat(world.announced).hasSize(1);
  }

  @Test
  void unchangedSnippetIsNeitherFetchedNorRenderedNorAnnounced() {
    world.sources.put("repo", FileSet.ofTexts(Map.of("main.jsonnet", "{}")));
    var first = synced(from(repository("")), Ledger.EMPTY);
    var second = synced(from(repository("")), first.ledger());
    assertThat(second.changed()).isFalse();
    assertThat(second.ledger()).isEqualTo(first.ledger());
    assertThat(world.evaluations).isEqualTo(1);
    assertThat(world.downloads).isEqualTo(1);
    assertThat(world.announced).hasSize(1);
  }

  @Test
  void forcedPassRendersAgain() {
    var first = synced(inline("{}"), Ledger.EMPTY);
    var again = world.publish(inline("{}"), first.ledger(), Fence.OPEN, true);
    assertThat(again).isInstanceOf(Pass.Synced.class);
    assertThat(world.evaluations).isEqualTo(2);
  }

  @Test
  void everyInputMatters() {
    var base = inline("{}");
    var ledger = synced(base, Ledger.EMPTY).ledger();
    var value = new NamedValue("x", "1", false);
    var code = new NamedValue("x", "1", true);
    for (var other :
        List.of(
            inline("{ }"),
            Draft.inline("{}").variables(value).spec(),
            Draft.inline("{}").variables(code).spec(),
            Draft.inline("{}").arguments(value).spec())) {
      int before = world.evaluations;
      synced(other, ledger);
      assertThat(world.evaluations).as(other.toString()).isEqualTo(before + 1);
    }
    world.mounts = "2";
    int before = world.evaluations;
    synced(base, ledger);
    assertThat(world.evaluations).isEqualTo(before + 1);
  }

  @Test
  void archiveThatTheStoreLostIsMadeAgain() {
    var first = synced(inline("{}"), Ledger.EMPTY);
    world.store.remove(NAME, revision("{}"));
    var healed = synced(inline("{}"), first.ledger());
    assertThat(world.store.find(NAME, revision("{}"))).isPresent();
    assertThat(healed.ledger().history().listed(1)).hasSize(1);
  }

  @Test
  void announcementThatSomebodyRemovedIsMadeAgain() {
    var first = synced(inline("{}"), Ledger.EMPTY);
    world.announced.clear();
    assertThat(synced(inline("{}"), first.ledger()).changed()).isTrue();
    assertThat(world.announced).hasSize(1);
    assertThat(world.evaluations).isEqualTo(1);
  }

  @Test
  void revisionThatWasPushedOutGoesAfterItsGrace() {
    var first = synced(inline("[1]"), Ledger.EMPTY);
    var second = synced(inline("[2]"), first.ledger());
    assertThat(second.nextWake()).isPresent();
    world.pass(Duration.ofMinutes(4));
    var third = synced(inline("[2]"), second.ledger());
    assertThat(third.expired()).isEmpty();
    world.pass(Duration.ofMinutes(1));
    var fourth = synced(inline("[2]"), third.ledger());
    assertThat(fourth.expired()).containsExactly(revision("[1]"));
    assertThat(fourth.ledger().history().revisions()).hasSize(1);
    assertThat(fourth.nextWake()).isEmpty();
  }

  @Test
  void nothingIsRemovedBeforeTheLedgerThatDoesNotListItIsKept() {
    var first = synced(inline("[1]"), Ledger.EMPTY);
    world.pass(Duration.ofHours(1));
    var second = synced(inline("[2]"), first.ledger());
    world.pass(Duration.ofHours(1));
    var third = synced(inline("[2]"), second.ledger());
    assertThat(third.expired()).containsExactly(revision("[1]"));
    assertThat(world.store.find(NAME, revision("[1]"))).isPresent();
  }

  @Test
  void suspendedSnippetIsLeftAloneButOldRevisionsGo() {
    var first = synced(inline("[1]"), Ledger.EMPTY);
    var second = synced(inline("[2]"), first.ledger());
    world.pass(Duration.ofHours(1));
    var pass = world.publish(Draft.inline("[3]").suspended(true).spec(), second.ledger());
    assertThat(pass)
        .isInstanceOfSatisfying(
            Pass.Suspended.class, it -> assertThat(it.expired()).containsExactly(revision("[1]")));
    assertThat(world.store.find(NAME, revision("[2]"))).isPresent();
  }

  @Test
  void failureKeepsWhatWasPublished() {
    var first = synced(inline("{}"), Ledger.EMPTY);
    assertFailed(
        world.publish(inline("error"), first.ledger()),
        Reason.EVALUATION_FAILED,
        "RUNTIME ERROR: broken\nteam/dash/main.jsonnet");
    assertThat(world.store.find(NAME, revision("{}"))).isPresent();
  }

  @Test
  void ofALongTraceOnlyBeginAndEndAreTold() {
    assertThat(world.publish(inline("deep"), Ledger.EMPTY))
        .isInstanceOfSatisfying(
            Pass.Failed.class,
            failed -> {
              assertThat(failed.message().lines()).hasSize(22);
              assertThat(failed.message())
                  .startsWith("RUNTIME ERROR: too deep\nteam/dash/main.jsonnet:1:1-9")
                  .contains(":10:1-9 function <f>\n...\nteam/dash/main.jsonnet:491:1-9")
                  .endsWith("main.jsonnet:500:1-9 function <f>");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "slow,EVALUATION_TIMEOUT,evaluation exceeded 5s",
    "large,ARTIFACT_TOO_LARGE,publisher: artifact exceeds MaxArtifactBytes: the rendered value is"
        + " larger than 67108864 bytes"
  })
  void limitsHaveReasonsOfTheirOwn(String program, Reason reason, String message) {
    assertFailed(world.publish(inline(program), Ledger.EMPTY), reason, message);
  }

  @Test
  void busyEvaluatorDefersWithoutAWordInTheStatus() {
    assertThat(world.publish(inline("busy"), Ledger.EMPTY))
        .isEqualTo(
            new Pass.Deferred(
                Deferral.EVAL_UNAVAILABLE,
                "reconcile deferred for 1s by --max-concurrent-evals",
                Duration.ofSeconds(1)));
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    var spec =
        Draft.inline("{}")
            .variables(new NamedValue("cluster", "red", false))
            .arguments(new NamedValue("", "", true))
            .spec();
    assertThat(world.publish(spec, Ledger.EMPTY))
        .isInstanceOfSatisfying(
            Pass.Failed.class,
            failed -> {
              assertThat(failed.reason()).isEqualTo(Reason.EXTERNAL_VARIABLE_CONFLICT);
              assertThat(failed.message())
                  .contains(
                      "spec.externalVariables[\"cluster\"] conflicts with --ext-var",
                      "spec.tlas[0].name must have 1 to 253 characters",
                      "value must be non-empty when code is true");
            });
  }

  @Test
  void otherNamespacesAreOutOfReach() {
    var reference =
        new SourceReference(
            SourceReference.DEFAULT_API_VERSION, "GitRepository", "repo", "other", "");
    assertFailed(
        world.publish(from(reference), Ledger.EMPTY),
        Reason.CROSS_NAMESPACE_REF_REJECTED,
        "spec.sourceRef points at namespace \"other\" but --no-cross-namespace-refs is set");
  }

  @Test
  void snippetBuiltFromItselfIsACycle() {
    var reference =
        new SourceReference(
            SourceReference.DEFAULT_API_VERSION, "ExternalArtifact", "dash", null, "");
    assertFailed(
        world.publish(from(reference), Ledger.EMPTY),
        Reason.DEPENDENCY_CYCLE,
        "spec.sourceRef chain forms a cycle: team/dash \u2192 team/dash");
  }

  @Test
  void libraryThatIsNotThereIsNamed() {
    var spec = Draft.inline("{}").library("lib").spec();
    assertFailed(
        world.publish(spec, Ledger.EMPTY),
        Reason.LIBRARY_NOT_FOUND,
        "JsonnetLibrary \"lib\" in \"team\" not found");
    world.libraries.put(
        new ResourceName("team", "lib"),
        new Origin.Inline(FileSet.ofTexts(Map.of("main.libsonnet", "{}"))));
    assertThat(world.publish(spec, Ledger.EMPTY)).isInstanceOf(Pass.Synced.class);
  }

  @Test
  void libraryThatMayNotBeReadIsNotUsed() {
    var spec = Draft.inline("{}").library("lib").spec();
    world.libraries.put(
        new ResourceName("team", "lib"),
        new Origin.Inline(FileSet.ofTexts(Map.of("main.libsonnet", "{}"))));
    var ledger = ((Pass.Synced) world.publish(spec, Ledger.EMPTY)).ledger();
    world.permission =
        () ->
            Optional.of(
                new SourceFetcher.SourceProblem(Reason.RBAC_DENIED, "not yours", Retry.SLOWLY));

    assertFailed(world.publish(spec, Ledger.EMPTY), Reason.RBAC_DENIED, "not yours");
    assertThat(world.publish(spec, ledger)).as("nothing is read").isInstanceOf(Pass.Synced.class);
  }

  @Test
  void whatIsWrongWithALibraryIsToldToThoseAloneWhoMayUseIt() {
    world.libraries.put(
        new ResourceName("team", "lib"), new Origin.Referenced(repository("secret")));
    assertFailed(
        world.publish(importing("lib"), Ledger.EMPTY),
        Reason.SOURCE_NOT_READY,
        "JsonnetLibrary \"lib\" in \"team\": source not ready");

    world.permission =
        () ->
            Optional.of(
                new SourceFetcher.SourceProblem(Reason.RBAC_DENIED, "not yours", Retry.SLOWLY));
    assertFailed(world.publish(importing("lib"), Ledger.EMPTY), Reason.RBAC_DENIED, "not yours");
  }

  @Test
  void aLibraryMayNotLeadOutOfItsNamespaceEither() {
    world.libraries.put(
        new ResourceName("team", "lib"),
        new Origin.Referenced(
            new SourceReference(
                SourceReference.DEFAULT_API_VERSION, "GitRepository", "repo", "other", "")));
    world.sources.put("repo", FileSet.ofTexts(Map.of("x.libsonnet", "{}")));

    assertFailed(
        world.publish(importing("lib"), Ledger.EMPTY),
        Reason.CROSS_NAMESPACE_REF_REJECTED,
        "JsonnetLibrary \"lib\" in \"team\": spec.sourceRef points at namespace \"other\" but"
            + " --no-cross-namespace-refs is set");
  }

  private static SnippetSpec importing(String library) {
    return Draft.inline("1").library(library).spec();
  }

  @Test
  void aCycleThroughOthersDoesNotSayWhoTheyAre() {
    world.libraries.put(
        new ResourceName("team", "lib"), new Origin.Referenced(published("other", "hidden")));
    world.snippets.put(
        new ResourceName("other", "hidden"),
        new Dependencies.Edges(new Origin.Referenced(published("third", "secret")), List.of()));
    world.snippets.put(
        new ResourceName("third", "secret"),
        new Dependencies.Edges(new Origin.Referenced(published("team", "dash")), List.of()));

    assertFailed(
        world.publish(importing("lib"), Ledger.EMPTY),
        Reason.DEPENDENCY_CYCLE,
        "spec.sourceRef chain forms a cycle: team/dash \u2192 a snippet in another namespace"
            + " \u2192 a snippet in another namespace \u2192 team/dash");
  }

  private static SourceReference published(String namespace, String name) {
    return new SourceReference(
        SourceReference.DEFAULT_API_VERSION, "ExternalArtifact", name, namespace, "");
  }

  @Test
  void sourceThatIsNotReadyIsWaitedFor() {
    assertThat(world.publish(from(repository("")), Ledger.EMPTY))
        .isEqualTo(
            new Pass.Failed(Reason.SOURCE_NOT_READY, "source not ready", Retry.WITH_BACKOFF));
  }

  @Test
  void entryMayBeWrittenWithTheWantedPath() {
    world.sources.put("repo", FileSet.ofTexts(Map.of("a.jsonnet", "{}")));
    assertThat(world.publish(entry("dashboards/", "dashboards/a.jsonnet"), Ledger.EMPTY))
        .isInstanceOf(Pass.Synced.class);
    assertThat(world.publish(entry("./dashboards", "a.jsonnet"), Ledger.EMPTY))
        .isInstanceOf(Pass.Synced.class);
    assertFailed(
        world.publish(entry("dashboards", "other/a.jsonnet"), Ledger.EMPTY),
        Reason.INVALID_SPEC,
        "source must contain \"other/a.jsonnet\" as the snippet entry point");
  }

  @Test
  void sourceWithoutFilesSaysWhy() {
    world.sources.put("repo", FileSet.ofTexts(Map.of()));
    assertFailed(
        world.publish(from(repository("")), Ledger.EMPTY),
        Reason.INVALID_SPEC,
        "source contains no files; check the upstream artifact");
    assertFailed(
        world.publish(from(repository("x")), Ledger.EMPTY),
        Reason.INVALID_SPEC,
        "spec.sourceRef.path \"x\" matched no files in the artifact; widen the path filter or"
            + " remove it");
  }

  @Test
  void filesOfASnippetAndOfItsLibrariesAreBoundedTogether() {
    var large = new byte[16 << 20];
    var library = new HashMap<String, byte[]>();
    for (int i = 0; i < 8; i++) {
      library.put("part" + i, large);
    }
    world.libraries.put(new ResourceName("team", "lib"), new Origin.Inline(new FileSet(library)));
    var spec = Draft.inline("{}").library("lib").spec();

    assertFailed(
        world.publish(spec, Ledger.EMPTY),
        Reason.SOURCE_FETCH_FAILED,
        "the files of the snippet and of its libraries are larger than 134217728 bytes together");
    library.remove("part0");
    world.libraries.put(new ResourceName("team", "lib"), new Origin.Inline(new FileSet(library)));
    assertThat(world.publish(spec, Ledger.EMPTY)).isInstanceOf(Pass.Synced.class);
  }

  @Test
  void sourceItselfIsPublishedWithoutBeingEvaluated() {
    var files = FileSet.ofTexts(Map.of("lib/x.libsonnet", "error", "y.txt", "text"));
    var pass = synced(Draft.inline(files).source().spec(), Ledger.EMPTY);
    assertThat(world.evaluations).isZero();
    assertThat(pass.ledger().announced().orElseThrow().revision())
        .isEqualTo(Revision.ofFiles(files));
  }

  @Test
  void sourceWithNamesThatConsumersDropIsNotPublished() {
    var files = FileSet.ofTexts(Map.of("a b.txt", ""));
    assertFailed(
        world.publish(Draft.inline(files).source().spec(), Ledger.EMPTY),
        Reason.INVALID_SPEC,
        "publisher: source entry name would be dropped by consumers: \"a b.txt\" (allowed:"
            + " [A-Za-z0-9._/-] segments, no dot-prefixed segments, no traversal)");
  }

  @Test
  void processThatLostItsRightDropsThePass() {
    assertThat(world.publish(inline("{}"), Ledger.EMPTY, () -> false, false))
        .isEqualTo(new Pass.Dropped());
    assertThat(world.announced).isEmpty();
    assertThat(world.store.list(NAME)).isEmpty();
  }

  @Test
  void objectOfSomebodyElseIsNotTaken() {
    world.foreignArtifact = true;
    assertFailed(world.publish(inline("{}"), Ledger.EMPTY), Reason.INVALID_SPEC, "not ours");
  }

  private Pass.Synced synced(SnippetSpec spec, Ledger before) {
    var pass = world.publish(spec, before);
    assertThat(pass).isInstanceOf(Pass.Synced.class);
    return (Pass.Synced) pass;
  }

  private static void assertFailed(Pass pass, Reason reason, String message) {
    assertThat(pass)
        .isInstanceOfSatisfying(
            Pass.Failed.class,
            failed -> {
              assertThat(failed.reason()).isEqualTo(reason);
              assertThat(failed.message()).isEqualTo(message);
            });
  }

  private static Revision revision(String text) {
    return Revision.ofText(text.getBytes(StandardCharsets.UTF_8));
  }

  private static SnippetSpec inline(String program) {
    return Draft.inline(program).spec();
  }

  private static SnippetSpec from(SourceReference reference) {
    return Draft.from(reference).spec();
  }

  private static SnippetSpec entry(String path, String file) {
    return Draft.from(repository(path)).entry(file).spec();
  }
}
