// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.urlguard;

import java.net.Inet6Address;
import java.util.Arrays;
import java.util.Optional;

/** IPv6 addresses as text, without a zone. */
final class Ipv6Text {

  private static final int SIZE = 16;

  private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

  private Ipv6Text() {}

  /**
   * The bytes: sixteen, or the four of an IPv4 address that is only written as IPv6; empty if the
   * text is no address.
   */
  static Optional<byte[]> parse(String text) {
    if (!text.chars().allMatch(Ipv6Text::expected)) {
      return Optional.empty();
    }
    try {
      // Looks nothing up; would take brackets and zones, but there are none in the text any more.
      return Optional.of(plain(Inet6Address.ofLiteral(text).getAddress()));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** The address that is meant by one that is only written as IPv6. */
  static byte[] plain(byte[] address) {
    return address.length == SIZE && Arrays.equals(address, 0, 12, MAPPED, 0, 12)
        ? Arrays.copyOfRange(address, 12, SIZE)
        : address;
  }

  private static boolean expected(int c) {
    return c == ':' || c == '.' || c < 0x80 && Character.digit(c, 16) >= 0;
  }
}
