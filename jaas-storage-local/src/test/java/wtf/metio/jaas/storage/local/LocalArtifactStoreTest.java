// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.domain.artifact.ArtifactStore;
import wtf.metio.jaas.domain.artifact.ArtifactStoreContract;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.snippet.ResourceName;

class LocalArtifactStoreTest extends ArtifactStoreContract {

  @TempDir Path folder;
  private LocalArtifactStore store;

  @BeforeEach
  void open() {
    store = LocalArtifactStore.at(folder.resolve("store"), InstantSource.system());
  }

  @Override
  protected ArtifactStore store() {
    return store;
  }

  @Override
  protected void damage(ResourceName owner, Revision revision, byte[] bytes) throws Exception {
    Files.write(folder.resolve("store").resolve(revision.path(owner)), bytes);
  }
}
