// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.watch;

import wtf.metio.jaas.operator.feed.Audience;
import wtf.metio.jaas.operator.kube.KubeObject;

/** Two audiences of one feed, the first one always hearing first. */
record Both(Audience first, Audience second) implements Audience {

  @Override
  public void listBegins() {
    first.listBegins();
    second.listBegins();
  }

  @Override
  public void listed(KubeObject object) {
    first.listed(object);
    second.listed(object);
  }

  @Override
  public void listEnds(String version) {
    first.listEnds(version);
    second.listEnds(version);
  }

  @Override
  public void changed(KubeObject object) {
    first.changed(object);
    second.changed(object);
  }

  @Override
  public void removed(KubeObject object) {
    first.removed(object);
    second.removed(object);
  }

  @Override
  public void absent() {
    first.absent();
    second.absent();
  }
}
