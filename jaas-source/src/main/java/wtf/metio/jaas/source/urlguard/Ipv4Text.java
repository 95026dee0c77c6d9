// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.urlguard;

import java.util.Locale;
import java.util.Optional;

/**
 * IPv4 addresses in every spelling that a resolver somewhere takes for one: one to four numbers,
 * each decimal, octal or hexadecimal, the last of which fills what the others leave.
 */
final class Ipv4Text {

  private static final int SIZE = 4;

  private Ipv4Text() {}

  /** Whether resolvers take this for an address, be it a valid one, because it ends in a number. */
  static boolean looksLikeOne(String host) {
    return number(host.substring(host.lastIndexOf('.') + 1)).isPresent();
  }

  /** The four bytes; empty if a number is too large or there are too many. */
  static Optional<byte[]> parse(String host) {
    var parts = host.split("\\.", -1);
    if (parts.length > SIZE) {
      return Optional.empty();
    }
    long address = 0;
    for (int i = 0; i < parts.length; i++) {
      int bytes = i < parts.length - 1 ? 1 : SIZE - i;
      var number = number(parts[i]);
      if (number.isEmpty() || number.get() >>> bytes * Byte.SIZE != 0) {
        return Optional.empty();
      }
      address = address << bytes * Byte.SIZE | number.get();
    }
    return Optional.of(
        new byte[] {
          (byte) (address >>> 24), (byte) (address >>> 16), (byte) (address >>> 8), (byte) address
        });
  }

  /** A number as C writes them; one that is too large is the largest there is. */
  private static Optional<Long> number(String written) {
    var text = written.toLowerCase(Locale.ROOT);
    if (text.startsWith("0x")) {
      return digits(text.substring(2), 16);
    }
    boolean octal = text.length() > 1 && text.startsWith("0");
    // 08 is no octal number, yet some resolvers read it as decimal: then it is none that we know.
    var decimal = text.isEmpty() ? Optional.<Long>empty() : digits(text, 10);
    return octal && decimal.isPresent()
        ? Optional.of(digits(text, 8).orElse(Long.MAX_VALUE))
        : decimal;
  }

  private static Optional<Long> digits(String text, int radix) {
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), radix) : -1;
      if (digit < 0) {
        return Optional.empty();
      }
      value = value > 0xffff_ffffL ? Long.MAX_VALUE : value * radix + digit;
      if (value < 0) {
        value = Long.MAX_VALUE;
      }
    }
    return Optional.of(value);
  }
}
