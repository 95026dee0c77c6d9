// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.operating;

import java.time.Duration;
import wtf.metio.jaas.app.lifecycle.Background;
import wtf.metio.jaas.operator.Operator;

/** Looks after the snippets of a cluster for as long as the service runs. */
public record Operating(Operator operator, Watchdog watchdog) implements Background {

  /**
   * An operator and who watches it.
   *
   * @param giveUp has the process end with a failure
   */
  public static Operating of(Operator operator, Runnable giveUp) {
    return new Operating(operator, new Watchdog(() -> operator.health().unanswered(), giveUp));
  }

  @Override
  public void start(Runnable whenReady) {
    operator.start(whenReady);
    watchdog.start();
  }

  @Override
  public boolean stop(Duration patience) throws InterruptedException {
    watchdog.close();
    return operator.stop(patience);
  }
}
