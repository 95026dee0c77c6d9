// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.operating;

import java.time.Duration;
import wtf.metio.jaas.app.lifecycle.Background;
import wtf.metio.jaas.operator.Operator;

/** Looks after the snippets of a cluster for as long as the service runs. */
public record Operating(Operator operator) implements Background {

  @Override
  public void start(Runnable whenReady) {
    operator.start(whenReady);
  }

  @Override
  public boolean stop(Duration patience) throws InterruptedException {
    return operator.stop(patience);
  }
}
