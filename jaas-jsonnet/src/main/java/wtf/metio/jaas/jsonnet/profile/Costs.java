// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile;

/**
 * What an evaluation took in total, the making of its profile included.
 *
 * @param wallNanos from its beginning to its end
 * @param steps calls, thunks, fields and iterations, roughly
 * @param allocatedBytes taken from the heap in total
 * @param outputBytes zero if there is no output
 * @param reads how often the clock was read
 * @param nanosPerRead what one of these cost, with the counting around it; taken off all times of a
 *     profile but {@code wallNanos}
 */
public record Costs(
    long wallNanos,
    long steps,
    long allocatedBytes,
    long outputBytes,
    long reads,
    double nanosPerRead) {

  /** Time that the profile itself took. */
  public long profilingNanos() {
    return Math.min(wallNanos, Math.round(reads * nanosPerRead));
  }
}
