// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.app.artifacts.EndedDownload.Outcome;
import wtf.metio.jaas.domain.artifact.Archive;
import wtf.metio.jaas.domain.artifact.ArtifactStore;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.source.FileSet;
import wtf.metio.jaas.storage.local.LocalArtifactStore;

class ServingFromFolderTest extends ServingContract {

  @TempDir Path folder;

  @Override
  ArtifactStore store() {
    return LocalArtifactStore.at(folder, InstantSource.system());
  }

  @Test
  void damagedArchiveIsNeverServed() throws Exception {
    var owner = new ResourceName("team", "dashboards");
    var text = "{}".getBytes(StandardCharsets.UTF_8);
    var archive = Archive.of(Revision.ofText(text), FileSet.of("rendered.json", text));
    store().put(owner, archive, Fence.OPEN);
    var file = folder.resolve(archive.revision().path(owner));
    var damaged = archive.bytes().clone();
    damaged[20] ^= 4;
    Files.write(file, damaged);
    try (var store = store();
        var port = new ServingPort(store)) {
      var path = "/" + archive.revision().path(owner);
      var answer = port.ask("GET", path);
      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.text()).isEqualTo("storage error\n");
      assertThat(port.takeEnded().outcome()).isEqualTo(Outcome.STORE_FAILED);
      store.put(owner, archive, Fence.OPEN);
      assertThat(port.ask("GET", path).body()).isEqualTo(archive.bytes());
    }
  }

  @Test
  void archiveThatGoesAwayIsGoneAtOnce() throws Exception {
    var owner = new ResourceName("team", "dashboards");
    var text = "[]".getBytes(StandardCharsets.UTF_8);
    var archive = Archive.of(Revision.ofText(text), FileSet.of("rendered.json", text));
    try (var store = store();
        var port = new ServingPort(store)) {
      store.put(owner, archive, Fence.OPEN);
      var path = "/" + archive.revision().path(owner);
      assertThat(port.ask("GET", path).status()).isEqualTo(200);
      Files.delete(folder.resolve(archive.revision().path(owner)));
      assertThat(port.ask("GET", path).status()).isEqualTo(404);
    }
  }
}
