// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.evaluation;

import java.time.Duration;
import java.util.List;

/** How an evaluation ended. */
public sealed interface Evaluation {

  /**
   * The program has a value.
   *
   * @param document the value as JSON with an indent of three spaces and a newline at the end
   * @param usage what it took
   * @param messages lines that the program wrote with {@code std.trace}, oldest first; only the
   *     first ones of a talkative program
   */
  record Rendered(Document document, EvaluationUsage usage, List<String> messages)
      implements Evaluation {
    public Rendered {
      messages = List.copyOf(messages);
    }
  }

  /**
   * The program has none, and would not have one if it were asked again.
   *
   * @param reason for callers that act on it without reading the text
   * @param message its first line equals that of the {@code jsonnet} command; it may quote the
   *     program and name files of this machine
   * @param trace the places that led there, innermost first, a line each, with newlines between;
   *     empty if there is none
   * @param usage what it took
   * @param messages as in {@link Rendered}
   */
  record Failed(
      FailureReason reason,
      String message,
      String trace,
      EvaluationUsage usage,
      List<String> messages)
      implements Evaluation {
    public Failed {
      messages = List.copyOf(messages);
    }
  }

  /**
   * The deadline passed first.
   *
   * @param limit the time it had
   */
  record TimedOut(Duration limit, EvaluationUsage usage) implements Evaluation {}

  /** The caller gave up, or the evaluator was closed. */
  record Cancelled(EvaluationUsage usage) implements Evaluation {}

  /**
   * It was not begun, because as many evaluations as may were running, or because it ran into a
   * limit before and is held back.
   *
   * @param running how many may run; zero for one that is held back
   * @param retryAfter when it may be asked again with some hope, from now
   */
  record Refused(int running, Duration retryAfter) implements Evaluation {}
}
