// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.natives.yaml;

import java.util.Locale;
import java.util.regex.Pattern;

/** How a string is written so that it is read as the same string again. */
final class YamlText {

  /** The ways. */
  enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    /** A block of lines. */
    LITERAL
  }

  /** Booleans and numbers of older YAML, which old readers still take for such. */
  private static final Pattern OLD =
      Pattern.compile(
          "y|Y|yes|Yes|YES|on|On|ON|n|N|no|No|NO|off|Off|OFF"
              + "|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?");

  private static final String INDICATORS = "#,[]{}&*!|>'\"%@`";

  private YamlText() {}

  static Style style(String text) {
    if (text.indexOf('\n') >= 0) {
      return mayBeLiteral(text) ? Style.LITERAL : Style.DOUBLE_QUOTED;
    }
    if (!YamlScalar.isPlainString(text) || OLD.matcher(text).matches() || !isPrintable(text, ' ')) {
      return Style.DOUBLE_QUOTED;
    }
    return mayBePlain(text) ? Style.PLAIN : Style.SINGLE_QUOTED;
  }

  /** The text on one line. */
  static String inline(String text, Style style) {
    return switch (style) {
      case PLAIN -> text;
      case SINGLE_QUOTED -> "'" + text.replace("'", "''") + "'";
      case DOUBLE_QUOTED, LITERAL -> doubleQuoted(text);
    };
  }

  private static boolean mayBeLiteral(String text) {
    return !text.contains(" \n")
        && !text.endsWith(" ")
        && isPrintable(text.replace('\n', ' '), '\t');
  }

  /** Whether nobody can tell from a block with this text where its lines begin. */
  static boolean hidesItsIndent(String text) {
    return " \t\n".indexOf(text.charAt(0)) >= 0;
  }

  private static boolean mayBePlain(String text) {
    if (text.startsWith("---") || text.startsWith("...")) {
      return false;
    }
    boolean looksSpecial =
        INDICATORS.indexOf(text.charAt(0)) >= 0
            || "-?".indexOf(text.charAt(0)) >= 0 && (text.length() == 1 || text.charAt(1) == ' ');
    return !looksSpecial
        && !text.startsWith(" ")
        && !text.endsWith(" ")
        && !text.endsWith(":")
        && !text.contains(": ")
        && !text.contains(" #");
  }

  private static boolean isPrintable(String text, char besides) {
    return text.codePoints().allMatch(c -> c == besides || isPrintable(c));
  }

  // Line and paragraph separators are printable to Go, but end lines for some readers.
  private static boolean isPrintable(int c) {
    return c >= ' ' && c <= '~'
        || c >= 0xa0 && c <= 0xfffd && c != 0xfeff && c != 0x2028 && c != 0x2029;
  }

  private static String doubleQuoted(String text) {
    var quoted = new StringBuilder("\"");
    text.codePoints().forEach(c -> append(c, quoted));
    return quoted.append('"').toString();
  }

  private static void append(int c, StringBuilder quoted) {
    if (c == '"' || c == '\\') {
      quoted.append('\\').append((char) c);
    } else if (isPrintable(c)) {
      quoted.appendCodePoint(c);
    } else {
      quoted.append(escape(c));
    }
  }

  private static String escape(int c) {
    return switch (c) {
      case 0 -> "\\0";
      case 0x07 -> "\\a";
      case '\b' -> "\\b";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case 0x0b -> "\\v";
      case '\f' -> "\\f";
      case '\r' -> "\\r";
      case 0x1b -> "\\e";
      case 0x85 -> "\\N";
      default -> hexadecimal(c);
    };
  }

  private static String hexadecimal(int c) {
    var form = c <= 0xff ? "\\x%02X" : c <= 0xffff ? "\\u%04X" : "\\U%08X";
    return String.format(Locale.ROOT, form, c);
  }
}
