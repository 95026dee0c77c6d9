// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wtf.metio.jaas.domain.artifact.Archive;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.source.FileSet;
import wtf.metio.jaas.operator.kube.ResourceType;

class TermTest {

  private final Borough borough = new Borough();

  @Test
  void aNewTermOverWhatIsInOrderCostsNothing() {
    for (int i = 0; i < 20; i++) {
      borough.snippet("dash-" + i, "[" + i + "]");
    }
    borough.settle();
    borough.server.requests();
    borough.begin(Fence.OPEN);
    borough.settle();
    assertThat(borough.server.requests()).isEmpty();
    assertThat(borough.programs.rendered()).hasSize(20);
    assertThat(borough.heard.lines).filteredOn("began team/dash-3 CHECK"::equals).hasSize(1);
  }

  @Test
  void whatChangedBetweenTermsGoesFirst() throws InterruptedException {
    borough.snippet("dash", "[1]");
    borough.settle();
    borough.controllers().end(Duration.ofSeconds(10));
    borough.edit("dash", object -> object.add("spec", Borough.spec("[2]")));
    assertThat(borough.controllers().work()).isZero();
    borough.begin(Fence.OPEN);
    borough.settle();
    assertThat(borough.heard.lines.getLast()).isEqualTo("ended team/dash Synced");
    assertThat(borough.heard.lines).filteredOn("began team/dash CHANGE"::equals).hasSize(2);
  }

  @Test
  void nothingIsWrittenOnceTheFenceIsClosed() {
    var open = new AtomicBoolean(true);
    borough.begin(open::get);
    borough.snippet("dash", "[1]");
    borough.settle();
    borough.server.requests();
    borough.programs.meanwhile(() -> open.set(false));
    borough.snippet("dash", "[2]");
    borough.settle();
    assertThat(borough.programs.rendered()).hasSize(2);
    assertThat(borough.server.requests()).isEmpty();
    assertThat(borough.memory.list(Borough.name("dash"))).hasSize(1);
    borough.delete("dash");
    borough.settle();
    assertThat(borough.isGone("dash")).isFalse();
    assertThat(borough.server.requests()).isEmpty();
  }

  @Test
  @Timeout(60)
  void anEndedTermGivesUpWhatIsBeingRendered() throws InterruptedException {
    var controllers = borough.make();
    controllers.begin(Fence.OPEN);
    borough.describe("dash", Borough.spec("endless"));
    controllers.snippetChanged(Borough.name("dash"));
    borough.programs.awaitEndless();
    assertThat(controllers.end(Duration.ofSeconds(30))).isTrue();
    assertThat(borough.memory.list(Borough.name("dash"))).isEmpty();
    assertThat(controllers.workload().waiting()).isZero();
  }

  /** As another program would have left it: published, without a digest of the inputs. */
  private void published(String name) {
    var files = FileSet.of("rendered.json", "[1]".getBytes());
    var revision = Revision.ofText("[1]".getBytes());
    var stored = borough.memory.put(Borough.name(name), Archive.of(revision, files), Fence.OPEN);
    var object = Borough.object(ResourceType.SNIPPET, Borough.name(name), Borough.spec("[1]"));
    Borough.keep(object);
    object.add(
        "status",
        Borough.json(
            """
            {'observedGeneration': 1, 'revision': '%1$s', 'artifactURL': '%2$s',
             'lastSyncTime': '2025-01-01T00:00:00Z',
             'history': [{'revision': '%1$s', 'time': '2025-01-01T00:00:00Z'}],
             'conditions': [{'type': 'Ready', 'status': 'True', 'reason': 'Synced',
               'message': 'Rendered 3 bytes from 1 files', 'observedGeneration': 1,
               'lastTransitionTime': '2025-01-01T00:00:00Z'}]}
            """
                .formatted(
                    revision.text(), Borough.BASE + '/' + revision.path(Borough.name(name)))));
    borough.server.put(ResourceType.SNIPPET, object);
    borough.cluster.snippets.add(Borough.name(name));
    var spec =
        Borough.json(
            "{'sourceRef': {'apiVersion': 'jaas.metio.wtf/v1', 'kind': 'JsonnetSnippet', 'name': '"
                + name
                + "'}}");
    var artifact = Borough.object(ResourceType.EXTERNAL_ARTIFACT, Borough.name(name), spec);
    artifact.add("status", announced(name, revision, stored.digest().text(), stored.size()));
    borough.server.put(ResourceType.EXTERNAL_ARTIFACT, artifact);
  }

  private static JsonObject announced(String name, Revision revision, String digest, long size) {
    return Borough.json(
        """
        {'artifact': {'url': '%s', 'path': '%s', 'revision': '%s', 'digest': '%s', 'size': %s,
          'lastUpdateTime': '2025-01-01T00:00:00Z'}}
        """
            .formatted(
                Borough.BASE + '/' + revision.path(Borough.name(name)),
                revision.path(Borough.name(name)),
                revision.text(),
                digest,
                size));
  }

  @Test
  void whatAnotherProgramPublishedIsTakenOverInPeace() {
    published("a");
    published("b");
    borough.begin(Fence.OPEN);
    borough.settle();
    assertThat(borough.server.requests()).isEmpty();
    assertThat(borough.programs.rendered()).isEmpty();
    borough.pass(Duration.ofMinutes(2));
    assertThat(borough.programs.rendered()).containsExactly("team/a", "team/b");
    assertThat(borough.status("a", "inputsDigest")).isNotEmpty();
    assertThat(borough.memory.list(Borough.name("a"))).hasSize(1);
    assertThat(borough.events.told()).isEmpty();
    borough.server.requests();
    borough.begin(Fence.OPEN);
    borough.settle();
    assertThat(borough.server.requests()).isEmpty();
  }

  @Test
  void anEditOfWhatWasTakenOverIsNotPutOff() {
    published("a");
    borough.begin(Fence.OPEN);
    borough.settle();
    borough.snippet("a", "[2]");
    borough.settle();
    assertThat(borough.status("a", "observedGeneration")).isEqualTo("2");
  }

  @Test
  void whatAnotherProgramPublishedButLostIsMadeAgain() {
    published("a");
    borough.memory.removeAll(Borough.name("a"));
    borough.begin(Fence.OPEN);
    borough.settle();
    assertThat(borough.memory.list(Borough.name("a"))).hasSize(1);
  }
}
