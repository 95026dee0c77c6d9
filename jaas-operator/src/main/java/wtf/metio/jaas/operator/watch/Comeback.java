// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.watch;

import java.util.function.Predicate;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.feed.Audience;
import wtf.metio.jaas.operator.kube.KubeObject;

/**
 * Has snippets looked at when the kind that they are published as comes, late or again: there is no
 * object that could tell of it.
 */
final class Comeback implements Audience {

  private final ClusterMemory memory;
  private final Predicate<ResourceName> scope;
  private boolean absent;

  /**
   * An audience of a feed.
   *
   * @param namespace that the feed is about; empty for all
   */
  Comeback(ClusterMemory memory, String namespace) {
    this.memory = memory;
    this.scope = name -> namespace.isEmpty() || namespace.equals(name.namespace());
  }

  @Override
  public void listBegins() {
    // A list that is not complete tells nothing.
  }

  @Override
  public void listed(KubeObject object) {
    // It is there, and its snippet will be looked at all the same.
  }

  @Override
  public void listEnds(String version) {
    if (absent) {
      absent = false;
      memory.publishable(scope);
    }
  }

  @Override
  public void changed(KubeObject object) {
    // Others hear of it.
  }

  @Override
  public void removed(KubeObject object) {
    // Others hear of it.
  }

  @Override
  public void absent() {
    absent = true;
  }
}
