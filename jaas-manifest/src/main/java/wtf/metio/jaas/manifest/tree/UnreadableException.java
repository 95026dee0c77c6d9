// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.tree;

/** A document goes beyond what is read. */
final class UnreadableException extends Exception {

  private static final long serialVersionUID = 1;

  private final int line;

  UnreadableException(int line, String message) {
    super(message);
    this.line = line;
  }

  int line() {
    return line;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
