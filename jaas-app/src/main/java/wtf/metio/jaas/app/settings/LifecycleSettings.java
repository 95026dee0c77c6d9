// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import java.time.Duration;
import wtf.metio.jaas.app.settings.source.Flag;
import wtf.metio.jaas.app.settings.source.FlagGroup;
import wtf.metio.jaas.app.settings.source.Values;

/**
 * How the process ends.
 *
 * @param shutdownDelay between failing readiness and stopping; zero stops at once
 */
public record LifecycleSettings(Duration shutdownDelay) {

  static final Flag<Duration> SHUTDOWN_DELAY =
      Flag.duration(
          "shutdown-delay",
          "5s",
          "Time between a signal to end, when readiness fails, and the end of serving, so that load"
              + " balancers notice; 0 stops at once, and so does a second signal.");

  static final FlagGroup FLAGS = FlagGroup.of("Lifecycle", SHUTDOWN_DELAY);

  static LifecycleSettings from(Values values) {
    return new LifecycleSettings(values.get(SHUTDOWN_DELAY));
  }
}
