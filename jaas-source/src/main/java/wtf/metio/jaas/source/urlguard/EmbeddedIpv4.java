// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.urlguard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * IPv4 addresses inside IPv6 addresses: gateways and tunnels take a packet out and send it on to
 * the inner one.
 */
final class EmbeddedIpv4 {

  private static final Cidr COMPATIBLE = range("::/96");
  private static final Cidr TRANSLATED = range("::ffff:0:0:0/96");
  private static final Cidr NAT64 = range("64:ff9b::/96");
  private static final Cidr LOCAL_NAT64 = range("64:ff9b:1::/48");
  private static final Cidr SIX_TO_FOUR = range("2002::/16");
  private static final Cidr TEREDO = range("2001::/32");

  private EmbeddedIpv4() {}

  /** Every address that may be meant besides the outer one; mapped ones were unwrapped before. */
  static List<byte[]> in(byte[] address) {
    if (address.length != 16) {
      return List.of();
    }
    var inner = new ArrayList<byte[]>();
    if (COMPATIBLE.contains(address) || TRANSLATED.contains(address) || NAT64.contains(address)) {
      inner.add(at(address, 12));
    }
    if (LOCAL_NAT64.contains(address)) {
      localNat64(address).filter(reading -> reading[0] != 0).forEach(inner::add);
    }
    if (SIX_TO_FOUR.contains(address)) {
      inner.add(at(address, 2));
    }
    if (TEREDO.contains(address)) {
      inner.add(at(address, 4));
      inner.add(inverted(at(address, 12)));
    }
    if ((address[8] & ~2) == 0 && address[9] == 0 && address[10] == 0x5e && address[11] == -2) {
      // ISATAP
      inner.add(at(address, 12));
    }
    return inner;
  }

  /**
   * Who runs such a gateway chooses the length of its prefix, and one of 48 bits is split around
   * the ninth byte. A reading that begins with a zero is none: it is the rest of a shorter one.
   */
  private static Stream<byte[]> localNat64(byte[] address) {
    return Stream.of(
        new byte[] {address[6], address[7], address[9], address[10]},
        new byte[] {address[7], address[9], address[10], address[11]},
        at(address, 9),
        at(address, 12));
  }

  private static byte[] at(byte[] address, int offset) {
    return Arrays.copyOfRange(address, offset, offset + 4);
  }

  private static byte[] inverted(byte[] address) {
    for (int i = 0; i < address.length; i++) {
      address[i] = (byte) ~address[i];
    }
    return address;
  }

  private static Cidr range(String text) {
    return Cidr.of(text).orElseThrow();
  }
}
