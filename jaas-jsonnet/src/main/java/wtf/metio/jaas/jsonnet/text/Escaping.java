// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package wtf.metio.jaas.jsonnet.text;

import java.nio.charset.StandardCharsets;

/**
 * How a string is written between double quotes.
 *
 * <p>Both ways write {@code \" \\ \b \f \n \r \t} and lower-case {@code \\u00xx} for other control
 * characters below U+0020, and leave {@code /} and all other characters as they are but for those
 * named below. Input must be well formed.
 */
public enum Escaping {

  /** The language's own: U+007F to U+009F are escaped as well. */
  JSONNET {
    @Override
    boolean beyondAscii(char c) {
      return c <= 0x9F;
    }
  },

  /** For JSON that also is JavaScript: U+2028 and U+2029 are escaped, U+007F is not. */
  JSON {
    @Override
    boolean beyondAscii(char c) {
      return c == 0x2028 || c == 0x2029;
    }
  };

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte CODED = 'u';

  /** From here on copying whole runs was measured to be faster than one character at a time. */
  private static final int BULK = 32;

  /** For each ASCII character the letter after the backslash, 0 if there is no backslash. */
  private final byte[] letters = letters();

  /** Whether a character from U+0080 on is written as a code. */
  abstract boolean beyondAscii(char c);

  /** The string between its quotes. */
  public String quote(String text) {
    var out = new StringBuilder(text.length() + 2);
    append(text, out);
    return out.toString();
  }

  /** Appends the string between its quotes. */
  public void append(String text, StringBuilder out) {
    out.append('"');
    var written = 0;
    for (int at = 0, length = text.length(); at < length; at++) {
      var letter = letter(text.charAt(at));
      if (letter != 0) {
        out.append(text, written, at).append('\\').append((char) letter);
        if (letter == CODED) {
          code(text.charAt(at), out);
        }
        written = at + 1;
      }
    }
    out.append(text, written, text.length()).append('"');
  }

  /** The most bytes that {@link #write} may need for a string. */
  public static long maxBytes(String text) {
    return 6L * text.length() + 2;
  }

  /**
   * Writes the string between its quotes as UTF-8.
   *
   * @param at where the first byte goes; there must be room for {@link #maxBytes}
   * @return the position after the last byte
   */
  public int write(String text, byte[] out, int at) {
    out[at] = '"';
    var end = writeInner(text, out, at + 1);
    out[end] = '"';
    return end + 1;
  }

  /** Writes a string or a part of it as {@link #write} does, but without the quotes. */
  public int writeInner(String text, byte[] out, int at) {
    if (text.length() >= BULK) {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      if (bytes.length == text.length()) {
        return writeAscii(bytes, out, at);
      }
    }
    return writeChars(text, out, at);
  }

  private int writeChars(String text, byte[] out, int at) {
    var next = at;
    for (int i = 0, length = text.length(); i < length; i++) {
      var c = text.charAt(i);
      var letter = letter(c);
      if (letter != 0) {
        next = escape(c, letter, out, next);
      } else if (c < 0x80) {
        out[next++] = (byte) c;
      } else if (Character.isSurrogate(c)) {
        next = Utf8.encode(text.codePointAt(i++), out, next);
      } else {
        next = Utf8.encode(c, out, next);
      }
    }
    return next;
  }

  /** Copies what lies between two characters with a backslash at once. */
  private int writeAscii(byte[] bytes, byte[] out, int at) {
    var next = at;
    var copied = 0;
    var end = PlainAscii.runEnd(bytes, 0);
    while (end < bytes.length) {
      var letter = letters[bytes[end]];
      if (letter != 0) {
        System.arraycopy(bytes, copied, out, next, end - copied);
        next = escape((char) bytes[end], letter, out, next + end - copied);
        copied = end + 1;
      }
      end = PlainAscii.runEnd(bytes, end + 1);
    }
    System.arraycopy(bytes, copied, out, next, end - copied);
    return next + end - copied;
  }

  /** The letter after the backslash for any character, 0 if there is no backslash. */
  private byte letter(char c) {
    return c < 0x80 ? letters[c] : beyondAscii(c) ? CODED : 0;
  }

  private static int escape(char c, byte letter, byte[] out, int at) {
    out[at] = '\\';
    out[at + 1] = letter;
    if (letter != CODED) {
      return at + 2;
    }
    for (var digit = 0; digit < 4; digit++) {
      out[at + 2 + digit] = HEX[c >> 12 - 4 * digit & 0xF];
    }
    return at + 6;
  }

  private static void code(char c, StringBuilder out) {
    for (var shift = 12; shift >= 0; shift -= 4) {
      out.append((char) HEX[c >> shift & 0xF]);
    }
  }

  private byte[] letters() {
    var table = new byte[0x80];
    for (var c = 0; c < 0x20; c++) {
      table[c] = CODED;
    }
    table['"'] = '"';
    table['\\'] = '\\';
    table['\b'] = 'b';
    table['\f'] = 'f';
    table['\n'] = 'n';
    table['\r'] = 'r';
    table['\t'] = 't';
    table[0x7F] = beyondAscii((char) 0x7F) ? CODED : 0;
    return table;
  }
}
