// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.commandline;

/** An argument does not fit; the message is for the user. */
final class WrongArgumentException extends Exception {

  WrongArgumentException(String message) {
    super(message, null, false, false);
  }
}
