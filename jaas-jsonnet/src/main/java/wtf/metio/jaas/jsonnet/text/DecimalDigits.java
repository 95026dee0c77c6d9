// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package wtf.metio.jaas.jsonnet.text;

/** Decimal digits of whole numbers, two at a time, straight into bytes. */
final class DecimalDigits {

  private static final byte[] PAIRS = pairs();

  private DecimalDigits() {}

  /** Writes any number but the smallest with its sign; returns the position after the last byte. */
  static int write(long number, byte[] out, int at) {
    if (number >= 0) {
      return writePositive(number, out, at);
    }
    out[at] = '-';
    return writePositive(-number, out, at + 1);
  }

  private static int writePositive(long number, byte[] out, int at) {
    if (number < 10) {
      out[at] = (byte) ('0' + number);
      return at + 1;
    }
    var end = at + count(number);
    writeBackwards(number, out, at, end);
    return end;
  }

  /** Fills {@code out} from {@code begin} to {@code end} with the lowest digits of a number. */
  static void writeBackwards(long number, byte[] out, int begin, int end) {
    var rest = number;
    var at = end;
    while (at - begin >= 2) {
      var quotient = rest / 100;
      var pair = (int) (rest - quotient * 100) << 1;
      out[--at] = PAIRS[pair + 1];
      out[--at] = PAIRS[pair];
      rest = quotient;
    }
    if (at > begin) {
      out[begin] = (byte) ('0' + rest % 10);
    }
  }

  /** The number of digits of a number that is not negative. */
  static int count(long number) {
    var digits = 1;
    var bound = 10L;
    while (digits < 19 && number >= bound) {
      digits++;
      bound *= 10;
    }
    return digits;
  }

  private static byte[] pairs() {
    var table = new byte[200];
    for (var i = 0; i < 100; i++) {
      table[2 * i] = (byte) ('0' + i / 10);
      table[2 * i + 1] = (byte) ('0' + i % 10);
    }
    return table;
  }
}
