// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.text;

/** What decimal numbers look like where programs or users write them freely. */
public final class DecimalForm {

  private final String text;
  private int at;
  private boolean underscores;

  private DecimalForm(String text) {
    this.text = text;
  }

  /** Digits with or without a point, and an exponent: no underscores, nothing else. */
  public static boolean isPlainNumber(String text) {
    var form = new DecimalForm(text);
    return form.matches() && !form.underscores;
  }

  /** The same with underscores, each between two digits. */
  public static boolean isNumber(String text) {
    var form = new DecimalForm(text);
    return form.matches() && (!form.underscores || underscoresStandBetweenDigits(text));
  }

  private boolean matches() {
    skipSign();
    int digits = digits();
    if (peek() == '.') {
      at++;
      digits += digits();
    }
    if (digits == 0) {
      return false;
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      skipSign();
      if (digits() == 0) {
        return false;
      }
    }
    return at == text.length();
  }

  private void skipSign() {
    if (peek() == '-' || peek() == '+') {
      at++;
    }
  }

  private int digits() {
    int count = 0;
    for (; isDigit(peek()) || peek() == '_'; at++) {
      count += peek() == '_' ? 0 : 1;
      underscores |= peek() == '_';
    }
    return count;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private static boolean underscoresStandBetweenDigits(String text) {
    for (int i = text.indexOf('_'); i >= 0; i = text.indexOf('_', i + 1)) {
      boolean after = i > 0 && isDigit(text.charAt(i - 1));
      boolean before = i + 1 < text.length() && isDigit(text.charAt(i + 1));
      if (!after || !before) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
