// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.library;

import java.util.Optional;

/** Reads programs without running them. Any number of threads may call. */
@FunctionalInterface
public interface SyntaxCheck {

  /** Where nobody can read programs. */
  SyntaxCheck NONE = (file, content) -> Optional.empty();

  /**
   * What is wrong with a file, by the grammar alone; empty if nothing is.
   *
   * @param file its path, for the message
   */
  Optional<String> flaw(String file, byte[] content);
}
