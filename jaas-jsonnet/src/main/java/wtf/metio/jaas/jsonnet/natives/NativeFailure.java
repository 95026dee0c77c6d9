// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.natives;

/** The arguments of a native function do not do. The message is shown to the author as it is. */
public final class NativeFailure extends Exception {

  /** A failure with the message that the author sees. */
  public NativeFailure(String message) {
    super(message, null, false, false);
  }
}
