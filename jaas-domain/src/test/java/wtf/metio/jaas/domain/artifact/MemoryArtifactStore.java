// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.artifact;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import wtf.metio.jaas.domain.snippet.ResourceName;

/** A store for tests of those who use one; it keeps the contract, as long as the process lives. */
public final class MemoryArtifactStore implements ArtifactStore {

  private record Kept(StoredArchive archive, byte[] bytes) {}

  private final Map<ResourceName, Map<Revision, Kept>> archives = new ConcurrentSkipListMap<>();
  private final Set<ResourceName> ours = ConcurrentHashMap.newKeySet();
  private final Clock clock;
  private volatile boolean closed;

  /** An empty store. */
  public MemoryArtifactStore(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized StoredArchive put(ResourceName owner, Archive archive, Fence fence) {
    ensureOpen();
    var known = find(owner, archive.revision());
    if (known.isPresent() && isSound(owner, archive.revision())) {
      return known.get();
    }
    if (!fence.open()) {
      throw new FencedException();
    }
    var stored =
        new StoredArchive(
            archive.revision(), archive.digest(), archive.bytes().length, clock.instant());
    revisions(owner).put(archive.revision(), new Kept(stored, archive.bytes()));
    return stored;
  }

  @Override
  public Optional<StoredArchive> find(ResourceName owner, Revision revision) {
    ensureOpen();
    return Optional.ofNullable(revisions(owner).get(revision)).map(Kept::archive);
  }

  @Override
  public Optional<StoredContent> open(ResourceName owner, Revision revision) {
    ensureOpen();
    return Optional.ofNullable(revisions(owner).get(revision)).map(MemoryArtifactStore::content);
  }

  @Override
  public boolean isOurs(ResourceName owner, Revision revision) {
    return ours.contains(owner) && find(owner, revision).isPresent();
  }

  @Override
  public boolean isSound(ResourceName owner, Revision revision) {
    ensureOpen();
    var kept = revisions(owner).get(revision);
    return kept != null && Digest.of(kept.bytes()).equals(kept.archive().digest());
  }

  @Override
  public List<StoredArchive> list(ResourceName owner) {
    ensureOpen();
    return revisions(owner).values().stream().map(Kept::archive).toList();
  }

  @Override
  public List<ResourceName> owners() {
    ensureOpen();
    return archives.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public void remove(ResourceName owner, Revision revision) {
    ensureOpen();
    revisions(owner).remove(revision);
  }

  @Override
  public void removeAll(ResourceName owner) {
    ensureOpen();
    archives.remove(owner);
  }

  @Override
  public int sweep(Duration age) {
    ensureOpen();
    return 0;
  }

  @Override
  public StoreHealth probe() {
    ensureOpen();
    return new StoreHealth.Well();
  }

  @Override
  public void close() {
    closed = true;
  }

  /** Lets everything of an owner carry the name of this installation. */
  public void claim(ResourceName owner) {
    ours.add(owner);
  }

  /** Changes stored bytes, as a failing disk would. */
  public void damage(ResourceName owner, Revision revision, byte[] bytes) {
    revisions(owner).computeIfPresent(revision, (_, kept) -> new Kept(kept.archive(), bytes));
  }

  private Map<Revision, Kept> revisions(ResourceName owner) {
    return archives.computeIfAbsent(owner, _ -> new ConcurrentHashMap<>());
  }

  private void ensureOpen() {
    if (closed) {
      throw new IllegalStateException("the store is closed");
    }
  }

  private static StoredContent content(Kept kept) {
    return new StoredContent() {
      @Override
      public StoredArchive archive() {
        return kept.archive();
      }

      @Override
      public void copy(long offset, long length, WritableByteChannel target) throws IOException {
        target.write(ByteBuffer.wrap(kept.bytes(), (int) offset, (int) length));
      }

      @Override
      public void close() {
        // Memory alone.
      }
    };
  }
}
