// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

/** Waits for a client to leave, until it is closed. */
@FunctionalInterface
public interface ClientWatch extends AutoCloseable {

  /** Stops waiting. The action has run before, is running now or never will. */
  @Override
  void close();
}
