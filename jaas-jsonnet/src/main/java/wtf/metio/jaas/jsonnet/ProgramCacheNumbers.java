// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet;

/**
 * How the cache of compiled programs does.
 *
 * @param hits programs so far that were there
 * @param misses programs so far that were not there, or were just being compiled
 * @param evictions programs so far that had to make room
 * @param entries programs in it now
 * @param bytes that they take now, at the most
 */
public record ProgramCacheNumbers(
    long hits, long misses, long evictions, long entries, long bytes) {}
