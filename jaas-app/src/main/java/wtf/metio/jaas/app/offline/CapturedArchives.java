// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wtf.metio.jaas.domain.artifact.Archive;
import wtf.metio.jaas.domain.artifact.ArtifactStore;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.artifact.StoreHealth;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.artifact.StoredContent;
import wtf.metio.jaas.domain.snippet.ResourceName;

/** Keeps the archive of each snippet in memory until the command ends. */
final class CapturedArchives implements ArtifactStore {

  private final Map<ResourceName, Archive> archives = new HashMap<>();
  private final Clock clock;

  CapturedArchives(Clock clock) {
    this.clock = clock;
  }

  /** The archive that was made for a snippet. */
  Optional<Archive> of(ResourceName owner) {
    return Optional.ofNullable(archives.get(owner));
  }

  @Override
  public StoredArchive put(ResourceName owner, Archive archive, Fence fence) {
    archives.put(owner, archive);
    return stored(archive);
  }

  private StoredArchive stored(Archive archive) {
    return new StoredArchive(
        archive.revision(), archive.digest(), archive.bytes().length, clock.instant());
  }

  @Override
  public Optional<StoredArchive> find(ResourceName owner, Revision revision) {
    return of(owner).filter(it -> it.revision().equals(revision)).map(this::stored);
  }

  /** Nobody is served from here. */
  @Override
  public Optional<StoredContent> open(ResourceName owner, Revision revision) {
    return Optional.empty();
  }

  @Override
  public boolean isSound(ResourceName owner, Revision revision) {
    return find(owner, revision).isPresent();
  }

  @Override
  public List<StoredArchive> list(ResourceName owner) {
    return of(owner).map(this::stored).stream().toList();
  }

  @Override
  public List<ResourceName> owners() {
    return archives.keySet().stream().sorted().toList();
  }

  @Override
  public void remove(ResourceName owner, Revision revision) {
    archives.computeIfPresent(
        owner, (_, archive) -> archive.revision().equals(revision) ? null : archive);
  }

  @Override
  public void removeAll(ResourceName owner) {
    archives.remove(owner);
  }

  @Override
  public int sweep(Duration age) {
    return 0;
  }

  @Override
  public StoreHealth probe() {
    return new StoreHealth.Well();
  }

  @Override
  public void close() {
    archives.clear();
  }
}
