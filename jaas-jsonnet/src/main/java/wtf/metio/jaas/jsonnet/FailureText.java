// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet;

import java.util.List;
import wtf.metio.jaas.jsonnet.diagnostics.FailureKind;
import wtf.metio.jaas.jsonnet.diagnostics.TraceFrame;

/** Failures as a person reads them. */
public final class FailureText {

  private static final int LONGEST_LINE = 500;
  private static final int REPLACEMENT = 0xFFFD;

  private FailureText() {}

  /**
   * The text that the {@code jsonnet} command prints: the message, then the trace, or the source
   * line where there is no program.
   *
   * @param maxTrace the most lines of trace; more are cut in the middle. Zero means all
   */
  public static String compatible(Failure failure, int maxTrace) {
    var text = new StringBuilder(failure.message()).append('\n');
    if (failure.kind() == FailureKind.SYNTAX && !failure.message().startsWith("RUNTIME ERROR")) {
      sourceLine(failure.trace(), text);
    } else {
      trace(failure.trace(), maxTrace, text);
    }
    return text.toString();
  }

  private static void sourceLine(List<TraceFrame> trace, StringBuilder text) {
    if (trace.isEmpty()) {
      return;
    }
    var place = trace.getFirst();
    if (place.source() != null) {
      var line = place.source().lineText(place.begin());
      text.append('\n').append(shown(line)).append("\n\n");
    }
  }

  /** What of a line is safe to show: not too long, nothing that moves a cursor. */
  private static String shown(String line) {
    var part = line.substring(0, Math.min(line.length(), LONGEST_LINE));
    return part.codePoints()
        .map(c -> c != '\t' && Character.isISOControl(c) ? REPLACEMENT : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static void trace(List<TraceFrame> trace, int maxTrace, StringBuilder text) {
    int above = maxTrace / 2;
    int below = maxTrace - above;
    boolean cut = maxTrace > 0 && trace.size() > maxTrace;
    for (int i = 0; i < trace.size(); i++) {
      if (cut && i == above) {
        text.append("\t...\n");
        i = trace.size() - below;
      }
      text.append('\t').append(columns(trace.get(i))).append('\n');
    }
  }

  /** Where and in what; a frame without a place says in what first. */
  private static String columns(TraceFrame frame) {
    return frame.location().isEmpty()
        ? frame.context() + '\t'
        : frame.location() + '\t' + frame.context();
  }
}
