// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std;

import wtf.metio.jaas.jsonnet.runtime.Evaluation;

/**
 * A text that is looked for in others.
 *
 * <p>The platform's search takes time in proportion to the product of both lengths where they
 * repeat themselves, and nothing stops it. So it is asked for a piece at a time.
 */
record Needle(Evaluation evaluation, String text) {

  /** Comparisons of chars at the most between two steps: some ten microseconds. */
  private static final int COMPARISONS = 1 << 18;

  private static final int WIDEST = 1 << 16;

  /** The first place in a text at or after an offset; negative if there is none. */
  int in(String hay, int from) {
    int width = width();
    int last = hay.length() - text.length();
    for (int at = from; at <= last; at += width) {
      count(Math.min(width, last - at));
      int end = (int) Math.min(hay.length(), (long) at + width + text.length() - 1);
      int found = hay.indexOf(text, at, end);
      if (found >= 0) {
        return found;
      }
    }
    return -1;
  }

  /** The last place in a text that ends at or before an offset; negative if there is none. */
  int lastIn(String hay, int to) {
    for (int at = to - text.length(); at >= 0; at--) {
      count(1);
      if (hay.startsWith(text, at)) {
        return at;
      }
    }
    return -1;
  }

  private int width() {
    return Math.clamp(COMPARISONS / Math.max(1, text.length()), 1, WIDEST);
  }

  private void count(int positions) {
    evaluation.steps(1L + (positions >> 4) + (text.length() >> 8));
  }
}
