// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers;

/** A program cannot be had in one way; another way may work. */
final class MissingProgramException extends Exception {

  private static final long serialVersionUID = 1L;

  MissingProgramException(String message) {
    super(message);
  }
}
