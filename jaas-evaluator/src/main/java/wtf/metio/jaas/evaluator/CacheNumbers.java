// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator;

/**
 * How a cache does.
 *
 * @param hits answers out of it so far
 * @param misses questions so far that it had no answer for
 * @param evictions entries so far that had to make room
 * @param entries now
 * @param bytes that they take now, by estimate
 */
public record CacheNumbers(long hits, long misses, long evictions, long entries, long bytes) {

  /** Of a cache that is not there. */
  public static final CacheNumbers NONE = new CacheNumbers(0, 0, 0, 0, 0);
}
