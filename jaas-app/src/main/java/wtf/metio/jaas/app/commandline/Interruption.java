// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.commandline;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Notices that the process is told to end, by Ctrl-C or a signal, and holds the end up until there
 * was time to tell what is known.
 */
final class Interruption implements AutoCloseable {

  /** What does not stop by then is not waited for. */
  private static final long PATIENCE_SECONDS = 10;

  private final CountDownLatch told = new CountDownLatch(1);
  private final Thread hook = new Thread(this::holdUp, "interruption");
  private volatile boolean asked;

  private Interruption() {}

  /** Watches until it is closed. */
  static Interruption watch() {
    var interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private void holdUp() {
    asked = true;
    try {
      // Whether all was told makes no difference now.
      boolean _ = told.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the process is to end. */
  boolean isAsked() {
    return asked;
  }

  /** Everything is told: the process may end. */
  @Override
  public void close() {
    told.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The end has come already, and this is what it waits for.
      asked = true;
    }
  }
}
