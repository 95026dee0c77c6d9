// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.notation;

import java.nio.charset.StandardCharsets;

/** Texts for places that take so many bytes and no more. */
public final class BoundedText {

  private static final String CUT = " [shortened]";

  private BoundedText() {}

  /**
   * A text, or as much of its beginning as fits, with a word that says so.
   *
   * @param most bytes in UTF-8, enough for that word
   */
  public static String of(String text, int most) {
    if (text.length() <= most && text.getBytes(StandardCharsets.UTF_8).length <= most) {
      return text;
    }
    int left = most - CUT.length();
    int end = 0;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      left -= bytes(point);
      if (left < 0) {
        break;
      }
      end += Character.charCount(point);
    }
    return text.substring(0, end) + CUT;
  }

  private static int bytes(int point) {
    if (point < 0x80) {
      return 1;
    }
    if (point < 0x800) {
      return 2;
    }
    return point < 0x10000 ? 3 : 4;
  }
}
