// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.tree;

import java.math.BigInteger;
import java.util.Optional;

/**
 * Whole numbers as Go reads them: {@code 10}, {@code 0x1f}, {@code 0b1}, {@code 017}, {@code
 * 1_000}.
 */
final class WholeNumber {

  private WholeNumber() {}

  /** Empty for a number of more than 64 bits. */
  static Optional<Long> parse(String written) {
    var text = written.replace("_", "");
    boolean negative = text.startsWith("-");
    var digits = negative || text.startsWith("+") ? text.substring(1) : text;
    try {
      var number = magnitude(digits);
      return Optional.of((negative ? number.negate() : number).longValueExact());
    } catch (ArithmeticException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static BigInteger magnitude(String digits) {
    if (!digits.startsWith("0") || digits.length() == 1) {
      return new BigInteger(digits);
    }
    return switch (digits.charAt(1)) {
      case 'x', 'X' -> new BigInteger(digits.substring(2), 16);
      case 'b', 'B' -> new BigInteger(digits.substring(2), 2);
      case 'o', 'O' -> new BigInteger(digits.substring(2), 8);
      default -> new BigInteger(digits, 8);
    };
  }
}
