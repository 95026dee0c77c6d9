// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import java.time.Duration;
import wtf.metio.jaas.app.settings.source.Flag;
import wtf.metio.jaas.app.settings.source.FlagGroup;
import wtf.metio.jaas.app.settings.source.Values;

/**
 * How the process begins and ends.
 *
 * @param warmUp how long it renders for itself before it is ready; zero for not at all
 * @param shutdownDelay between failing readiness and stopping; zero stops at once
 */
public record LifecycleSettings(Duration warmUp, Duration shutdownDelay) {

  static final Flag<Duration> WARM_UP =
      Flag.duration(
          "warm-up",
          "500ms",
          "Time that the service spends on rendering a program of its own before it says that it is"
              + " ready, so that the first requests are answered faster; 0 for none.");
  static final Flag<Duration> SHUTDOWN_DELAY =
      Flag.duration(
          "shutdown-delay",
          "5s",
          "Time between a signal to end, when readiness fails, and the end of serving, so that load"
              + " balancers notice; 0 stops at once, and so does a second signal.");

  static final FlagGroup FLAGS = FlagGroup.of("Lifecycle", WARM_UP, SHUTDOWN_DELAY);

  static LifecycleSettings from(Values values) {
    return new LifecycleSettings(values.get(WARM_UP), values.get(SHUTDOWN_DELAY));
  }
}
