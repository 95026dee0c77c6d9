// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.artifacts;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wtf.metio.jaas.domain.artifact.Archive;
import wtf.metio.jaas.domain.artifact.ArtifactStore;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.artifact.StoreHealth;
import wtf.metio.jaas.domain.artifact.StoreProblem;
import wtf.metio.jaas.domain.artifact.StoreUnavailableException;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.artifact.StoredContent;
import wtf.metio.jaas.domain.snippet.ResourceName;

/**
 * A store that fails.
 *
 * @param goodBytes how many bytes of an archive it gives before; negative if it opens none
 */
record BrokenStore(StoreProblem problem, int goodBytes) implements ArtifactStore {

  private static final int SIZE = 1 << 20;

  private StoreUnavailableException failure() {
    return new StoreUnavailableException(problem, "the store is broken", new IOException("no"));
  }

  @Override
  public Optional<StoredContent> open(ResourceName owner, Revision revision) {
    if (goodBytes < 0) {
      throw failure();
    }
    return Optional.of(
        new StoredContent() {
          @Override
          public StoredArchive archive() {
            return new StoredArchive(revision, Digest.of(new byte[0]), SIZE, Instant.EPOCH);
          }

          @Override
          public void copy(long offset, long length, WritableByteChannel target)
              throws IOException {
            target.write(ByteBuffer.allocate(goodBytes));
            throw failure();
          }

          @Override
          public void close() {
            // Nothing is open.
          }
        });
  }

  @Override
  public StoredArchive put(ResourceName owner, Archive archive, Fence fence) {
    throw failure();
  }

  @Override
  public Optional<StoredArchive> find(ResourceName owner, Revision revision) {
    throw failure();
  }

  @Override
  public boolean isSound(ResourceName owner, Revision revision) {
    throw failure();
  }

  @Override
  public List<StoredArchive> list(ResourceName owner) {
    throw failure();
  }

  @Override
  public List<ResourceName> owners() {
    throw failure();
  }

  @Override
  public void remove(ResourceName owner, Revision revision) {
    throw failure();
  }

  @Override
  public void removeAll(ResourceName owner) {
    throw failure();
  }

  @Override
  public int sweep(Duration age) {
    throw failure();
  }

  @Override
  public StoreHealth probe() {
    return new StoreHealth.Ill(problem, "the store is broken");
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
