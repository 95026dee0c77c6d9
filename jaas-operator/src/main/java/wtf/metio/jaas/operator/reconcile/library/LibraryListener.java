// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.library;

import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.snippet.ResourceName;

/** Hears what becomes of libraries. Must not block. */
public interface LibraryListener {

  /** The status of a library says something else than before. */
  void ended(ResourceName library, boolean ready, Reason reason, String message);

  /** The status of a library could not be written. It is tried again. */
  void failed(ResourceName library, String message);

  /** A pass ended with an exception: a mistake of ours. */
  void broke(ResourceName library, Throwable defect);
}
