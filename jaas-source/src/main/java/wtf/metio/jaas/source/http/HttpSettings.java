// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.http;

import java.time.Duration;

/**
 * The bounds of one download.
 *
 * @param total from the first byte sent to the last one received, redirects included
 * @param dial until a connection is there, for each address that a name has
 * @param redirects how many are followed
 * @param bytes how large the file may be
 */
public record HttpSettings(Duration total, Duration dial, int redirects, long bytes) {

  /** Five minutes in all, thirty seconds to connect, ten redirects, 64 MiB. */
  public static final HttpSettings DEFAULTS =
      new HttpSettings(Duration.ofMinutes(5), Duration.ofSeconds(30), 10, 64L << 20);
}
