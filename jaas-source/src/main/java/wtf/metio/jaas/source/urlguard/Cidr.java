// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.urlguard;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** A range of addresses: everything whose first bits are those of another address. */
public final class Cidr {

  private static final Pattern BITS = Pattern.compile("[0-9]{1,3}");

  private final byte[] first;
  private final int bits;

  private Cidr(byte[] first, int bits) {
    this.first = first;
    this.bits = bits;
  }

  /**
   * Reads {@code 127.0.0.0/8}, {@code fd00::/8} or a single address.
   *
   * @return empty if it is none of these
   */
  public static Optional<Cidr> of(String written) {
    int slash = written.indexOf('/');
    var address = literal(slash < 0 ? written : written.substring(0, slash));
    if (address.isEmpty()) {
      return Optional.empty();
    }
    int most = address.get().length * Byte.SIZE;
    var bits = slash < 0 ? Integer.toString(most) : written.substring(slash + 1);
    return BITS.matcher(bits).matches() && Integer.parseInt(bits) <= most
        ? Optional.of(new Cidr(address.get(), Integer.parseInt(bits)))
        : Optional.empty();
  }

  /** Whether an address is of this range. */
  public boolean contains(InetAddress address) {
    return contains(address.getAddress());
  }

  boolean contains(byte[] address) {
    if (address.length != first.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> bit % Byte.SIZE;
      if (((address[bit / Byte.SIZE] ^ first[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  private static Optional<byte[]> literal(String written) {
    if (written.indexOf(':') >= 0) {
      return Ipv6Text.parse(written);
    }
    boolean quad = written.chars().filter(c -> c == '.').count() == 3;
    return quad ? Ipv4Text.parse(written) : Optional.empty();
  }
}
