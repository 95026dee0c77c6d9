// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kubeconfig;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** A token that somebody else replaces now and then. */
final class BearerToken implements Credential {

  private static final String SCHEME = "Bearer ";

  /** Kubelets replace a token long before it ends. */
  static final Duration FRESH = Duration.ofSeconds(30);

  private final Supplier<Optional<String>> source;
  private final LongSupplier nanoTime;
  private String shown;
  private long read;

  /**
   * Begins with a token.
   *
   * @param first the token as it is now
   * @param source the token as it is when asked; empty if it cannot be had, and then the last one
   *     is shown further
   */
  BearerToken(String first, Supplier<Optional<String>> source, LongSupplier nanoTime) {
    this.source = source;
    this.nanoTime = nanoTime;
    this.shown = SCHEME + first.strip();
    this.read = nanoTime.getAsLong();
  }

  @Override
  public synchronized String authorization() {
    if (nanoTime.getAsLong() - read > FRESH.toNanos()) {
      readAgain();
    }
    return shown;
  }

  @Override
  public synchronized boolean renew(String refused) {
    if (shown.equals(refused)) {
      readAgain();
    }
    return !shown.equals(refused);
  }

  private void readAgain() {
    source.get().map(token -> SCHEME + token.strip()).ifPresent(token -> shown = token);
    read = nanoTime.getAsLong();
  }
}
