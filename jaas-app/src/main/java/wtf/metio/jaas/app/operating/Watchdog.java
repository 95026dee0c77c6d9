// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.operating;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the process end if a watch that lived once stays silent for good: it looks like a cluster in
 * which nothing happens, and another process will hear again.
 *
 * <p>Looks are counted and not time, so that a process that was stopped for an hour is not ended
 * for it when it goes on. One thread.
 */
public final class Watchdog implements AutoCloseable {

  /** So many looks in a row; a server that hangs may come back until then. */
  static final int PATIENCE = 90;

  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final Supplier<Duration> silence;
  private final Runnable giveUp;
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("watchdog").factory());
  private int silent;

  /**
   * A watchdog that does not look yet.
   *
   * @param silence for how long something was silent that should not be; zero if all is well
   * @param giveUp called once, after a quarter of an hour without a word
   */
  public Watchdog(Supplier<Duration> silence, Runnable giveUp) {
    this.silence = silence;
    this.giveUp = giveUp;
  }

  /** From now on it looks, every ten seconds. */
  public void start() {
    var _ =
        thread.scheduleWithFixedDelay(
            this::look, PAUSE.toSeconds(), PAUSE.toSeconds(), TimeUnit.SECONDS);
  }

  void look() {
    var now = silence.get();
    silent = now.isPositive() ? silent + 1 : 0;
    if (silent == PATIENCE) {
      LOG.atError()
          .addKeyValue("silent-for", now)
          .log("A watch stays silent, ending so that another process hears again");
      giveUp.run();
    }
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}
