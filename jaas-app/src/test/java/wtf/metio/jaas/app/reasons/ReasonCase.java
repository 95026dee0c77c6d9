// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.reasons;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import wtf.metio.jaas.domain.condition.Reason;

/**
 * One way to a reason, and the way back.
 *
 * @param name of the case
 * @param message what the contract says; {@code NS} is the namespace, and a star stands for what
 *     others say
 * @param look when the snippet is looked at again if nothing changes
 * @param remedy takes the cause away
 * @param noticed whether the end of the cause is an event in the cluster; otherwise it is found by
 *     the next look, or when somebody asks for one
 */
record ReasonCase(
    String name,
    Reason reason,
    Consumer<Scene> cause,
    String message,
    Look look,
    Consumer<Scene> remedy,
    boolean noticed) {

  /** When there is another look without any change. */
  enum Look {
    NEVER,
    /** After a minute. */
    SLOWLY,
    /** At once, and less often the longer it lasts. */
    SOON
  }

  /** A cause that goes with the description. */
  static ReasonCase of(Reason reason, String name, Consumer<Scene> cause, String message) {
    return new ReasonCase(
        name, reason, cause, message, Look.SLOWLY, scene -> scene.program("{}"), true);
  }

  ReasonCase looked(Look when) {
    return new ReasonCase(name, reason, cause, message, when, remedy, noticed);
  }

  /** It ends with something that is watched. */
  ReasonCase endedBy(Consumer<Scene> end) {
    return new ReasonCase(name, reason, cause, message, look, end, true);
  }

  /** It ends with something that nobody tells us. */
  ReasonCase endedSilentlyBy(Consumer<Scene> end) {
    return new ReasonCase(name, reason, cause, message, look, end, false);
  }

  /** What a message has to match. */
  Pattern pattern(String namespace) {
    var quoted =
        Arrays.stream(message.replace("NS", namespace).split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return Pattern.compile(quoted, Pattern.DOTALL);
  }

  @Override
  public String toString() {
    return reason.text() + ": " + name;
  }
}
