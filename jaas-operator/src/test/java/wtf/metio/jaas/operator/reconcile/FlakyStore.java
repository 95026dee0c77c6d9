// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import wtf.metio.jaas.domain.artifact.Archive;
import wtf.metio.jaas.domain.artifact.ArtifactStore;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.artifact.StoreHealth;
import wtf.metio.jaas.domain.artifact.StoreProblem;
import wtf.metio.jaas.domain.artifact.StoreUnavailableException;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.artifact.StoredContent;
import wtf.metio.jaas.domain.snippet.ResourceName;

/** A store that is out of reach whenever a test says so. */
final class FlakyStore implements ArtifactStore {

  private final ArtifactStore store;
  boolean away;

  FlakyStore(ArtifactStore store) {
    this.store = store;
  }

  private <T> T there(Supplier<T> answer) {
    if (away) {
      throw new StoreUnavailableException(
          StoreProblem.FULL, "the store is away", new IllegalStateException());
    }
    return answer.get();
  }

  @Override
  public StoredArchive put(ResourceName owner, Archive archive, Fence fence) {
    return there(() -> store.put(owner, archive, fence));
  }

  @Override
  public Optional<StoredArchive> find(ResourceName owner, Revision revision) {
    return there(() -> store.find(owner, revision));
  }

  @Override
  public Optional<StoredContent> open(ResourceName owner, Revision revision) {
    return there(() -> store.open(owner, revision));
  }

  @Override
  public boolean isSound(ResourceName owner, Revision revision) {
    return there(() -> store.isSound(owner, revision));
  }

  @Override
  public List<StoredArchive> list(ResourceName owner) {
    return there(() -> store.list(owner));
  }

  @Override
  public List<ResourceName> owners() {
    return there(store::owners);
  }

  @Override
  public void remove(ResourceName owner, Revision revision) {
    there(
        () -> {
          store.remove(owner, revision);
          return true;
        });
  }

  @Override
  public void removeAll(ResourceName owner) {
    there(
        () -> {
          store.removeAll(owner);
          return true;
        });
  }

  @Override
  public int sweep(Duration age) {
    return store.sweep(age);
  }

  @Override
  public StoreHealth probe() {
    return store.probe();
  }

  @Override
  public void close() {
    store.close();
  }
}
