// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.urlguard;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Addresses that belong to this machine, its link or its cloud, and that nobody else may see. */
enum ForbiddenRange {
  // Single addresses first: what they are says more than the range that they are in.
  METADATA(
      "the address of a cloud's metadata service",
      "169.254.169.254",
      "100.100.100.200",
      "168.63.129.16",
      "192.0.0.192",
      "fd00:ec2::254",
      "fd20:ce::254"),
  UNSPECIFIED("an unspecified address", "0.0.0.0/8", "::"),
  LOOPBACK("a loopback address", "127.0.0.0/8", "::1"),
  LINK_LOCAL("a link-local address", "169.254.0.0/16", "fe80::/10"),
  MULTICAST("a multicast address", "224.0.0.0/4", "ff00::/8"),
  BROADCAST("the broadcast address", "255.255.255.255");

  private final String text;
  private final List<Cidr> ranges;

  ForbiddenRange(String text, String... ranges) {
    this.text = text;
    this.ranges = Arrays.stream(ranges).map(range -> Cidr.of(range).orElseThrow()).toList();
  }

  /** The first range that an address is in, taken as it is. */
  static Optional<ForbiddenRange> of(byte[] address) {
    return Arrays.stream(values())
        .filter(range -> range.ranges.stream().anyMatch(cidr -> cidr.contains(address)))
        .findFirst();
  }

  /** What an address of this range is. */
  String text() {
    return text;
  }
}
