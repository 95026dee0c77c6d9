// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.watch;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.feed.Audience;
import wtf.metio.jaas.operator.kube.KubeObject;

/** Puts what a feed brings onto a shelf. Objects are read outside the lock of the memory. */
final class ShelfAudience<T> implements Audience {

  private final ClusterMemory memory;
  private final ClusterMemory.Shelving<T> shelving;
  private final Predicate<ResourceName> scope;
  private final Set<ResourceName> listed = new HashSet<>();
  private long began;

  /**
   * An audience of a feed.
   *
   * @param namespace that the feed is about; empty for all
   */
  ShelfAudience(ClusterMemory memory, ClusterMemory.Shelving<T> shelving, String namespace) {
    this.memory = memory;
    this.shelving = shelving;
    this.scope = name -> namespace.isEmpty() || namespace.equals(name.namespace());
  }

  @Override
  public void listBegins() {
    listed.clear();
    memory.change(() -> began = shelving.shelf().begin());
  }

  @Override
  public void listed(KubeObject object) {
    if (take(object, began)) {
      listed.add(object.name());
    }
  }

  @Override
  public void listEnds(String version) {
    memory.change(() -> shelving.shelf().end(listed, began, version, scope));
    listed.clear();
  }

  @Override
  public void changed(KubeObject object) {
    if (!take(object, 0)) {
      removed(object);
    }
  }

  @Override
  public void removed(KubeObject object) {
    memory.change(() -> shelving.shelf().remove(object, Shelf.Teller.SERVER));
  }

  @Override
  public void absent() {
    memory.change(() -> shelving.shelf().clear(scope));
  }

  /** Whether it is of interest. */
  private boolean take(KubeObject object, long asOf) {
    if (memory.isConfirmed(shelving.shelf(), object)) {
      return true;
    }
    var value = shelving.reading().apply(object);
    memory.change(() -> value.ifPresent(it -> shelving.shelf().tell(object, it, asOf)));
    return value.isPresent();
  }
}
