// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile.recording;

import wtf.metio.jaas.jsonnet.diagnostics.SourceText;
import wtf.metio.jaas.jsonnet.syntax.Expr;
import wtf.metio.jaas.jsonnet.text.Utf8;

/** Expressions as a line of a page shows them. */
final class ShortText {

  private static final int LONGEST = 40;

  private ShortText() {}

  /** The text of an expression on one line, cut where it is long. */
  static String of(SourceText source, Expr expression) {
    var text = Utf8.decode(source.bytes(), expression.begin(), length(expression));
    var line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + '…';
  }

  // Four bytes make a character at the most; what is behind the cut needs no decoding.
  private static int length(Expr expression) {
    return Math.min(expression.end() - expression.begin(), 16 * LONGEST);
  }
}
