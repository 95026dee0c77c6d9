// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile;

import java.util.Locale;

/** Figures and names as a line of a page shows them. */
final class Figures {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final double BYTES_PER_MEGABYTE = 1e6;
  private static final char REPLACEMENT = '\uFFFD';

  private Figures() {}

  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** Milliseconds. */
  static String millis(long nanos) {
    return String.format(Locale.ROOT, "%,.2f", nanos / NANOS_PER_MILLI);
  }

  /** Millions of bytes. */
  static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%,.2f", bytes / BYTES_PER_MEGABYTE);
  }

  /** A part in percent of a whole. */
  static String percent(long part, long whole) {
    return String.format(Locale.ROOT, "%.1f", whole == 0 ? 0.0 : 100.0 * part / whole);
  }

  /** Text of a program without what moves a cursor or begins a line. */
  static String shown(String text) {
    var clean = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isISOControl(c) ? REPLACEMENT : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /** The end of a text that is too long; the end of a name or path says most. */
  static String end(String text, int width) {
    int length = text.codePointCount(0, text.length());
    return length <= width
        ? text
        : '…' + text.substring(text.offsetByCodePoints(0, length - width + 1));
  }
}
