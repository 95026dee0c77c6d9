// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.artifacts;

import java.time.Clock;
import wtf.metio.jaas.domain.artifact.ArtifactStore;
import wtf.metio.jaas.domain.artifact.MemoryArtifactStore;

/** A store whose archives are in no file. */
class ServingFromMemoryTest extends ServingContract {

  private final MemoryArtifactStore store = new MemoryArtifactStore(Clock.systemUTC());

  @Override
  ArtifactStore store() {
    return store;
  }
}
