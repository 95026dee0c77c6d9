// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.status;

/** Another process keeps its state in the same folder. */
public final class StateTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StateTakenException(String message) {
    super(message);
  }
}
