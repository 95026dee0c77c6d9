// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.evaluation;

import java.util.Optional;
import wtf.metio.jaas.domain.source.FileSet;

/** Reads programs without running them. Any number of threads may call. */
@FunctionalInterface
public interface SyntaxCheck {

  /** Where nobody can read programs. */
  SyntaxCheck NONE = files -> Optional.empty();

  /**
   * What is wrong with the first file that is to be a program and is none, by its text alone; it
   * begins with the place. Empty if nothing is, or if that could not be found out within limits.
   *
   * @param files of which those count that end with {@code .jsonnet} or {@code .libsonnet}
   */
  Optional<String> flaw(FileSet files);
}
