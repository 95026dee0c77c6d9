// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.lifecycle;

import java.time.Duration;

/** What a service does by itself, without being asked. */
public interface Background {

  /** Nothing. */
  Background NONE =
      new Background() {
        @Override
        public void start(Runnable whenReady) {
          whenReady.run();
        }

        @Override
        public boolean stop(Duration patience) {
          return true;
        }
      };

  /**
   * Begins.
   *
   * @param whenReady called once, by any thread, when the service may be called ready; perhaps
   *     never
   */
  void start(Runnable whenReady);

  /**
   * Begins nothing new and waits for what is under way.
   *
   * @return whether it ended in time
   */
  boolean stop(Duration patience) throws InterruptedException;
}
