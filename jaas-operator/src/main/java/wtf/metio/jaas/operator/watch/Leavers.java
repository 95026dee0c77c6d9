// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.watch;

import java.util.HashSet;
import java.util.Set;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.feed.Audience;
import wtf.metio.jaas.operator.kube.KubeObject;

/** Looks at all snippets of the cluster for those that wait in vain to be let go. */
final class Leavers implements Audience {

  private final ClusterMemory memory;
  private final Set<ResourceName> listed = new HashSet<>();

  Leavers(ClusterMemory memory) {
    this.memory = memory;
  }

  @Override
  public void listBegins() {
    listed.clear();
  }

  @Override
  public void listed(KubeObject object) {
    memory.passing(object);
    if (object.isLeaving()) {
      listed.add(object.name());
    }
  }

  @Override
  public void listEnds(String version) {
    memory.passed(name -> !listed.contains(name));
    listed.clear();
  }

  @Override
  public void changed(KubeObject object) {
    memory.passing(object);
  }

  @Override
  public void removed(KubeObject object) {
    memory.passed(object.name()::equals);
  }

  @Override
  public void absent() {
    memory.passed(_ -> true);
  }
}
