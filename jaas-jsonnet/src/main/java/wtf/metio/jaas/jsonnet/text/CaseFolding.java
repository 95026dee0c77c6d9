// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.text;

/** Letters that are the same but for their case, one by one as Unicode's simple folding has it. */
public final class CaseFolding {

  private static final int CAPITAL_I_WITH_DOT = 0x130;
  private static final int SMALL_I_WITHOUT_DOT = 0x131;

  private CaseFolding() {}

  /** Whether two strings are the same but for the case of their letters. */
  public static boolean equal(String first, String second) {
    int i = 0;
    int j = 0;
    while (i < first.length() && j < second.length()) {
      int a = first.codePointAt(i);
      int b = second.codePointAt(j);
      if (a != b && fold(a) != fold(b)) {
        return false;
      }
      i += Character.charCount(a);
      j += Character.charCount(b);
    }
    return i == first.length() && j == second.length();
  }

  private static int fold(int point) {
    // The Turkish letters are no relatives of i, although they change case to it.
    if (point == CAPITAL_I_WITH_DOT || point == SMALL_I_WITHOUT_DOT) {
      return point;
    }
    return Character.toLowerCase(Character.toUpperCase(point));
  }
}
