// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.evaluation;

/** See {@link Cancellation#NEVER}. */
final class NeverCancelled implements Cancellation {

  @Override
  public boolean requested() {
    return false;
  }

  @Override
  public Registration onRequest(Runnable action) {
    return () -> {};
  }
}
