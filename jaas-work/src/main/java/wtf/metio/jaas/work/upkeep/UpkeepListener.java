// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.work.upkeep;

import java.util.Set;
import wtf.metio.jaas.domain.artifact.StoreHealth;
import wtf.metio.jaas.domain.snippet.ResourceName;

/** Hears how a store does. Called on one thread, that of the upkeep; must not block. */
public interface UpkeepListener {

  /** The store was probed and is in another state than before, or was probed for the first time. */
  void health(StoreHealth now);

  /** An announced archive is not in the store. */
  void lost(ResourceName owner);

  /** An announced archive is damaged. */
  void damaged(ResourceName owner);

  /** Other archives than before belong to nobody who is known; perhaps none do. */
  void orphans(Set<ResourceName> owners);

  /** A chore ended with an exception: a mistake of ours. */
  void broke(String chore, Throwable defect);

  /** Tells this one, then another one. */
  default UpkeepListener and(UpkeepListener other) {
    return new Together(this, other);
  }
}
