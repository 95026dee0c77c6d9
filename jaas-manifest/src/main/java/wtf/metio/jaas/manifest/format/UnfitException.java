// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.format;

/** A value does not fit the wanted format. */
final class UnfitException extends Exception {

  private static final long serialVersionUID = 1;

  UnfitException(String message) {
    super(message);
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
