// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Base64 to bytes.
 *
 * <p>Line ends are skipped wherever they are but counted where the length must be a multiple of
 * four; bits left over in front of the padding are ignored. Messages name the byte that is wrong.
 */
public final class Base64Reader {

  private static final int GROUP = 4;
  private static final byte[] DIGITS = digits();

  private final byte[] text;
  private final byte[] decoded;
  private int at;
  private int size;

  private Base64Reader(byte[] text) {
    this.text = text;
    this.decoded = new byte[text.length / GROUP * 3];
  }

  /**
   * The bytes behind a text.
   *
   * @throws IllegalArgumentException with a message for the author of the text
   */
  public static byte[] decode(byte[] text) {
    return new Base64Reader(text).decode();
  }

  private byte[] decode() {
    if (text.length % GROUP != 0) {
      throw new IllegalArgumentException(
          "input string appears not to be a base64 encoded string. Wrong length found ("
              + text.length
              + ")");
    }
    skipLineEnds();
    while (at < text.length) {
      group();
      skipLineEnds();
    }
    return Arrays.copyOf(decoded, size);
  }

  private void group() {
    int bits = 0;
    for (int count = 0; count < GROUP; count++) {
      skipLineEnds();
      if (at == text.length) {
        throw illegal(at - count);
      }
      int digit = DIGITS[text[at] & 0xFF];
      if (digit < 0) {
        padding(count);
        put(bits << 6 * (GROUP - count), count - 1);
        return;
      }
      bits = bits << 6 | digit;
      at++;
    }
    put(bits, 3);
  }

  private void put(int bits, int count) {
    for (int i = 0; i < count; i++) {
      decoded[size++] = (byte) (bits >> 16 - 8 * i);
    }
  }

  /** Checks that the text ends here, after so many digits of a group. */
  private void padding(int digits) {
    if (text[at] != '=' || digits < 2) {
      throw illegal(at);
    }
    at++;
    if (digits == 2) {
      skipLineEnds();
      if (at == text.length) {
        throw illegal(at);
      }
      if (text[at] != '=') {
        throw illegal(at - 1);
      }
      at++;
    }
    skipLineEnds();
    if (at < text.length) {
      throw illegal(at);
    }
  }

  private void skipLineEnds() {
    while (at < text.length && (text[at] == '\n' || text[at] == '\r')) {
      at++;
    }
  }

  private static IllegalArgumentException illegal(int position) {
    return new IllegalArgumentException(
        "failed to decode: illegal base64 data at input byte " + position);
  }

  private static byte[] digits() {
    var table = new byte[256];
    Arrays.fill(table, (byte) -1);
    var alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
            .getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < alphabet.length; i++) {
      table[alphabet[i]] = (byte) i;
    }
    return table;
  }
}
