// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.text;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Numbers as Go reads them. */
public final class GoNumber {

  private static final Pattern INTEGER =
      Pattern.compile(
          "([+-]?)(?:(0[xX])((?:_?[0-9a-fA-F])+)|(0[bB])((?:_?[01])+)|(0[oO]?)((?:_?[0-7])+)|(0|[1-9](?:_?[0-9])*))");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");

  private GoNumber() {}

  /** Reads an integer: {@code 42}, {@code 0x2a}, {@code 0o52}, {@code 052}, {@code 0b101010}. */
  public static OptionalLong integer(String text) {
    var match = INTEGER.matcher(text);
    if (!match.matches()) {
      return OptionalLong.empty();
    }
    var sign = match.group(1);
    try {
      if (match.group(2) != null) {
        return OptionalLong.of(digits(sign, match.group(3), 16));
      }
      if (match.group(4) != null) {
        return OptionalLong.of(digits(sign, match.group(5), 2));
      }
      if (match.group(6) != null) {
        return OptionalLong.of(digits(sign, match.group(7), 8));
      }
      return OptionalLong.of(digits(sign, match.group(8), 10));
    } catch (NumberFormatException _) {
      return OptionalLong.empty();
    }
  }

  /** Reads a finite decimal number. */
  public static OptionalDouble decimal(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(text);
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** Reads one of the words that Go takes for true or false. */
  public static Optional<Boolean> truth(String text) {
    return switch (text) {
      case "1", "t", "T", "true", "TRUE", "True" -> Optional.of(true);
      case "0", "f", "F", "false", "FALSE", "False" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static long digits(String sign, String digits, int radix) {
    return Long.parseLong(sign + digits.replace("_", ""), radix);
  }
}
