// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.natives.json;

/** Strings of JSON as they are written. */
final class JsonStrings {

  private static final char REPLACEMENT = '\ufffd';

  private JsonStrings() {}

  /** What a well-formed string stands for; half a surrogate pair becomes U+FFFD. */
  static String decode(String raw) {
    if (raw.indexOf('\\') < 0) {
      return raw.substring(1, raw.length() - 1);
    }
    var decoded = new StringBuilder(raw.length());
    for (int i = 1; i < raw.length() - 1; i++) {
      char c = raw.charAt(i);
      if (c != '\\') {
        decoded.append(c);
      } else if (raw.charAt(++i) == 'u') {
        decoded.append((char) Integer.parseInt(raw, i + 1, i + 5, 16));
        i += 4;
      } else {
        decoded.append(escaped(raw.charAt(i)));
      }
    }
    return wellFormed(decoded);
  }

  private static char escaped(char c) {
    return switch (c) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> c;
    };
  }

  private static String wellFormed(StringBuilder text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(text.charAt(i))) {
        text.setCharAt(i, REPLACEMENT);
      }
    }
    return text.toString();
  }
}
