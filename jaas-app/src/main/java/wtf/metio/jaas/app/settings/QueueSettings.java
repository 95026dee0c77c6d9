// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import java.time.Duration;
import wtf.metio.jaas.app.settings.source.Flag;
import wtf.metio.jaas.app.settings.source.FlagGroup;
import wtf.metio.jaas.app.settings.source.Values;

/**
 * The line in front of the evaluations.
 *
 * @param maximum how many wait at a time; zero for no line, then who finds no place is turned away
 * @param timeout how long each waits; zero for as long as its evaluation may take
 */
public record QueueSettings(int maximum, Duration timeout) {

  static final Flag<Integer> MAXIMUM =
      Flag.integer(
          "max-queued-evals",
          256,
          "Evaluations that wait for a place at a time, shared by those who ask; one more is"
              + " answered 503. 0 answers 503 at once instead of waiting.");
  static final Flag<Duration> TIMEOUT =
      Flag.duration(
          "queue-timeout",
          "1s",
          "How long an evaluation waits for a place until it is answered 503; never longer than"
              + " --evaluation-timeout, which counts the wait. 0 means as long as that.");

  static final FlagGroup FLAGS = FlagGroup.of("Evaluation queue", MAXIMUM, TIMEOUT);

  static QueueSettings from(Values values) {
    return new QueueSettings(values.get(MAXIMUM), values.get(TIMEOUT));
  }
}
