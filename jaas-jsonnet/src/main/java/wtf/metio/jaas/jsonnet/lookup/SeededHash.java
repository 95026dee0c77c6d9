// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.lookup;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Hashes of names for tables that found too many names of one {@link String#hashCode}.
 *
 * <p>Different in every process, so that nobody can choose names that have the same one.
 */
public final class SeededHash {

  private static final int SEED = ThreadLocalRandom.current().nextInt() | 1;

  private SeededHash() {}

  /** One of many hashes of a name, by number. */
  public static int of(String name, int number) {
    int hash = SEED * number;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * SEED;
      hash ^= hash >>> 15;
    }
    return hash;
  }
}
