// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline;

/** A command line cannot be understood; the message is for the user. */
final class WrongUsageException extends Exception {

  private static final long serialVersionUID = 1;

  WrongUsageException(String message) {
    super(message, null, false, false);
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
