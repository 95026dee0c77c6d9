// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.trace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What a caller says of its own place in a trace.
 *
 * @param traceId 32 lower-case hexadecimal digits, not all zero
 * @param spanId of the caller, 16 such digits
 * @param sampled whether the caller may have recorded its span
 * @param state what tracing systems on the way noted, by their keys, the latest first
 */
public record TraceParent(
    String traceId, String spanId, boolean sampled, SequencedMap<String, String> state) {

  /** Version, trace, span and flags, with a dash between. */
  private static final int LENGTH = 2 + 1 + 32 + 1 + 16 + 1 + 2;

  private static final int TRACE = 3;
  private static final int SPAN = 36;
  private static final int FLAGS = 53;

  public TraceParent {
    state = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(state));
  }

  /** The parent in a header and the states beside it; empty if the header is malformed. */
  static Optional<TraceParent> parse(String header, List<String> states) {
    if (!isWellFormed(header)) {
      return Optional.empty();
    }
    return Optional.of(
        new TraceParent(
            header.substring(TRACE, SPAN - 1),
            header.substring(SPAN, FLAGS - 1),
            (Character.digit(header.charAt(FLAGS + 1), 16) & 1) == 1,
            TraceState.parse(states)));
  }

  private static boolean isWellFormed(String header) {
    return header.length() >= LENGTH
        && isHex(header, 0, TRACE - 1)
        && isVersionOfThisLength(header)
        && header.charAt(TRACE - 1) == '-'
        && isId(header, TRACE, SPAN - 1)
        && header.charAt(SPAN - 1) == '-'
        && isId(header, SPAN, FLAGS - 1)
        && header.charAt(FLAGS - 1) == '-'
        && isHex(header, FLAGS, LENGTH);
  }

  /** Later versions may have more behind what is known today; the last one is never to be used. */
  private static boolean isVersionOfThisLength(String header) {
    return header.startsWith("00")
        ? header.length() == LENGTH
        : !header.startsWith("ff") && (header.length() == LENGTH || header.charAt(LENGTH) == '-');
  }

  private static boolean isId(String header, int begin, int end) {
    return isHex(header, begin, end)
        && header.substring(begin, end).chars().anyMatch(digit -> digit != '0');
  }

  private static boolean isHex(String text, int begin, int end) {
    for (int i = begin; i < end; i++) {
      char digit = text.charAt(i);
      if (!(digit >= '0' && digit <= '9' || digit >= 'a' && digit <= 'f')) {
        return false;
      }
    }
    return true;
  }
}
