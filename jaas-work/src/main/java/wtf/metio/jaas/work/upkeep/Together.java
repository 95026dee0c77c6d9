// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.work.upkeep;

import java.util.Set;
import wtf.metio.jaas.domain.artifact.StoreHealth;
import wtf.metio.jaas.domain.snippet.ResourceName;

/** Tells two listeners, one after the other. */
record Together(UpkeepListener first, UpkeepListener second) implements UpkeepListener {

  @Override
  public void health(StoreHealth now) {
    first.health(now);
    second.health(now);
  }

  @Override
  public void lost(ResourceName owner) {
    first.lost(owner);
    second.lost(owner);
  }

  @Override
  public void damaged(ResourceName owner) {
    first.damaged(owner);
    second.damaged(owner);
  }

  @Override
  public void orphans(Set<ResourceName> owners) {
    first.orphans(owners);
    second.orphans(owners);
  }

  @Override
  public void broke(String chore, Throwable defect) {
    first.broke(chore, defect);
    second.broke(chore, defect);
  }
}
