// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.commandline;

/** An argument does not fit; the message is for the user. */
final class WrongArgumentException extends Exception {

  private static final long serialVersionUID = 1L;

  private WrongArgumentException(String message) {
    super(message, null, false, false);
  }

  /** What most complaints look like. */
  static WrongArgumentException of(String complaint) {
    return new WrongArgumentException("ERROR: " + complaint);
  }

  /** The few complaints that the {@code jsonnet} command makes without a word in front. */
  static WrongArgumentException bare(String complaint) {
    return new WrongArgumentException(complaint);
  }
}
