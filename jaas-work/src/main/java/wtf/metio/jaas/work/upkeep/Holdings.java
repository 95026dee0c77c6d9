// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.work.upkeep;

import java.util.Map;
import java.util.Set;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.snippet.ResourceName;

/**
 * What a door to publishing knows of the store, and what it does about losses. Any thread may call.
 */
public interface Holdings {

  /** What is announced now, by owner; a copy. */
  Map<ResourceName, StoredArchive> announced();

  /** Everybody who may have something in the store. */
  Set<ResourceName> owners();

  /** An announced archive is not there; it is to be made again. */
  void lost(ResourceName owner);

  /** An announced archive that was not there is there, whoever brought it. */
  void found(ResourceName owner);

  /** An announced archive is there, but not as it was stored; it is to be made again. */
  void damaged(ResourceName owner);

  /** The store works again: whoever waits for it need not wait any longer. */
  void recovered();
}
