// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.artifact;

import java.time.Clock;
import wtf.metio.jaas.domain.snippet.ResourceName;

class MemoryArtifactStoreTest extends ArtifactStoreContract {

  private final MemoryArtifactStore store = new MemoryArtifactStore(Clock.systemUTC());

  @Override
  protected ArtifactStore store() {
    return store;
  }

  @Override
  protected void damage(ResourceName owner, Revision revision, byte[] bytes) {
    store.damage(owner, revision, bytes);
  }
}
