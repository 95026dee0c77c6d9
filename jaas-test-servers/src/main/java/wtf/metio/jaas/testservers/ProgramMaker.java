// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers;

import java.nio.file.Path;

/** A way to get a program that this machine does not have. */
@FunctionalInterface
interface ProgramMaker {

  /**
   * Gets a program.
   *
   * @param target the file to write; whatever lies there may be overwritten
   * @throws MissingProgramException if it cannot be had in this way
   */
  void make(Program program, PinnedModule module, Path target) throws MissingProgramException;
}
