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

  /** Archives that belonged to nobody for a day, and that we stored, are gone. */
  void removed(ResourceName owner, int archives);

  /** A chore ended with an exception: a mistake of ours. */
  void broke(String chore, Throwable defect);
}
