// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.warmup;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wtf.metio.jaas.jsonnet.Engine;
import wtf.metio.jaas.jsonnet.Limits;
import wtf.metio.jaas.jsonnet.Outcome;

/**
 * Renders a program of ours for a while. Nothing of it is kept but what the JVM has learned: it has
 * engines of its own, and no metric counts it.
 */
public final class WarmUp implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

  /** A new engine knows no programs, so parsing and compiling get their share as well. */
  private static final int RENDERS_OF_AN_ENGINE = 8;

  private final Duration most;

  /**
   * A warm-up.
   *
   * @param most how long it takes; zero for none at all
   */
  public WarmUp(Duration most) {
    this.most = most;
  }

  /** Renders until the time is up, within a hundredth of a second. */
  @Override
  public void run() {
    if (most.isZero()) {
      return;
    }
    var stack = Engine.stackBytes(Limits.DEFAULT_MAX_STACK);
    var thread = new Thread(null, this::renders, "warm-up", stack);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void renders() {
    long begin = System.nanoTime();
    var program = new WarmUpProgram();
    var job = program.job(() -> System.nanoTime() - begin >= most.toNanos());
    var engine = program.engine();
    int renders = 0;
    while (engine.evaluate(job) instanceof Outcome.Rendered) {
      renders++;
      if (renders % RENDERS_OF_AN_ENGINE == 0) {
        engine = program.engine();
      }
    }
    LOG.atInfo().addKeyValue("renders", renders).log("Warmed up");
  }
}
