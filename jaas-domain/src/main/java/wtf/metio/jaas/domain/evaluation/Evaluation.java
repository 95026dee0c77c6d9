// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.evaluation;

import java.time.Duration;
import java.util.ArrayList;
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

    /** Characters of message and of trace; one that is longer loses its middle. */
    public static final int MAX_TEXT = 64 << 10;

    /** Lines of trace that the {@code jsonnet} command shows; a recursion has hundreds. */
    private static final int SHOWN_LINES = 20;

    public Failed {
      message = bounded(message);
      trace = bounded(trace);
      messages = List.copyOf(messages);
    }

    /** The message and, if there is one, the begin and the end of the trace, for people. */
    public String text() {
      if (trace.isEmpty()) {
        return message;
      }
      var lines = trace.lines().toList();
      if (lines.size() <= SHOWN_LINES) {
        return message + '\n' + trace;
      }
      var shown = new ArrayList<String>();
      shown.add(message);
      shown.addAll(lines.subList(0, SHOWN_LINES / 2));
      shown.add("...");
      shown.addAll(lines.subList(lines.size() - SHOWN_LINES / 2, lines.size()));
      return String.join("\n", shown);
    }

    private static String bounded(String text) {
      int excess = text.length() - MAX_TEXT;
      return excess <= 0
          ? text
          : text.substring(0, MAX_TEXT / 2)
              + " ... ("
              + excess
              + " characters) ... "
              + text.substring(text.length() - MAX_TEXT / 2);
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
   * It was not begun, or had to end for somebody else, because as many evaluations as may were
   * running; or it ran into a limit before and is held back.
   *
   * @param running how many may run; zero for one that is held back
   * @param retryAfter when it may be asked again with some hope, from now
   */
  record Refused(int running, Duration retryAfter) implements Evaluation {}
}
