// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.probes;

import java.util.function.Consumer;

/** How far the process is. Every method may be called by any thread. */
public final class ProbeState {

  private final Consumer<Boolean> onReadiness;
  private boolean started;
  private boolean ready;
  private boolean draining;

  /**
   * A process that has not begun. {@code onReadiness} hears of every change; it is not to block.
   */
  public ProbeState(Consumer<Boolean> onReadiness) {
    this.onReadiness = onReadiness;
  }

  /** Everything listens. */
  public synchronized void started() {
    started = true;
  }

  /** Requests are welcome, unless the process is draining. */
  public synchronized void ready() {
    if (!draining) {
      ready = true;
      onReadiness.accept(true);
    }
  }

  /** Requests are welcome no more, and never again. */
  public synchronized void drain() {
    draining = true;
    ready = false;
    onReadiness.accept(false);
  }

  synchronized boolean isStarted() {
    return started;
  }

  synchronized boolean isReady() {
    return ready;
  }
}
