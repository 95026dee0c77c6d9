// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.format;

import java.util.Locale;
import java.util.Set;

/**
 * How a string is written so that every reader, of YAML 1.1 as of 1.2, reads the same string.
 *
 * <p>In doubt there are quotes: nothing stands without them that begins with anything but a letter,
 * a slash or an underscore.
 */
final class YamlText {

  /** The ways. */
  enum Style {
    PLAIN,
    QUOTED,
    /** A block of lines. */
    LITERAL
  }

  /** Words that one reader or another takes for something else than a string. */
  private static final Set<String> WORDS =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf");

  private static final int LONGEST_WORD = 5;
  private static final int ALLOWED_INDENT = 256;

  private YamlText() {}

  /**
   * The way to write a string.
   *
   * @param indent of the lines, if it has several
   */
  static Style style(String text, int indent) {
    if (mayBePlain(text)) {
      return Style.PLAIN;
    }
    return mayBeLiteral(text, indent) ? Style.LITERAL : Style.QUOTED;
  }

  private static boolean mayBePlain(String text) {
    if (text.isEmpty() || !isGoodStart(text.charAt(0)) || isWord(text)) {
      return false;
    }
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean colonEnds = before == ':' && c == ' ';
      boolean comment = before == ' ' && c == '#';
      if (!isPlain(c) || colonEnds || comment) {
        return false;
      }
      before = c;
    }
    return before != ':' && before != ' ';
  }

  private static boolean isGoodStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '/' || c == '_';
  }

  private static boolean isWord(String text) {
    return text.length() <= LONGEST_WORD && WORDS.contains(text.toLowerCase(Locale.ROOT));
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c <= '~' || c >= 0xa1 && c < 0xd800 && !endsLine(c);
  }

  /** For readers of YAML 1.1. */
  private static boolean endsLine(int c) {
    return c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  /** Lines keep their form only if no reader can mistake where they begin and end. */
  private static boolean mayBeLiteral(String text, int indent) {
    if (text.indexOf('\n') < 0 || isBlank(text.charAt(0))) {
      return false;
    }
    int lines = 1;
    boolean blank = true;
    boolean empty = true;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (c == '\n') {
        if (blank && !empty) {
          return false;
        }
        lines++;
        blank = true;
        empty = true;
      } else if (c == '\t' || isPrintable(c)) {
        blank &= c == ' ' || c == '\t';
        empty = false;
      } else {
        return false;
      }
      i += Character.charCount(c);
    }
    boolean endsWell = !blank || empty;
    return endsWell && (long) lines * indent <= 2L * text.length() + ALLOWED_INDENT;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n';
  }

  private static boolean isPrintable(int c) {
    return c >= ' ' && c <= '~'
        || c >= 0xa0 && c <= 0xfffd && !endsLine(c) && c != 0xfeff && !isSurrogate(c)
        || c >= 0x10000;
  }

  private static boolean isSurrogate(int c) {
    return c >= 0xd800 && c <= 0xdfff;
  }

  /** The string within quotes, on one line. */
  static String quoted(String text) {
    var quoted = new StringBuilder(text.length() + 2).append('"');
    text.codePoints().forEach(c -> append(c, quoted));
    return quoted.append('"').toString();
  }

  private static void append(int c, StringBuilder quoted) {
    if (c == '"' || c == '\\') {
      quoted.append('\\').append((char) c);
    } else if (isPrintable(c)) {
      quoted.appendCodePoint(c);
    } else {
      quoted.append(
          switch (c) {
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> String.format(Locale.ROOT, c <= 0xff ? "\\x%02x" : "\\u%04x", c);
          });
    }
  }
}
