// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.feed;

import java.time.Duration;

/**
 * How patient feeds are.
 *
 * @param page how many objects are asked for at once
 * @param period how long one watch lasts; the API server ends it then, and another one begins
 * @param grace how long after that the server may be late before it counts as dead
 * @param firstPause after a failure; it doubles with each further one, and half of it is left to
 *     chance
 * @param longestPause between two attempts
 * @param absentPause between two looks for a kind that is not there, as long as nobody says that it
 *     came
 */
public record FeedOptions(
    int page,
    Duration period,
    Duration grace,
    Duration firstPause,
    Duration longestPause,
    Duration absentPause) {

  /** As it is good for a cluster. */
  public static final FeedOptions DEFAULT =
      new FeedOptions(
          500,
          Duration.ofMinutes(3),
          Duration.ofSeconds(30),
          Duration.ofMillis(200),
          Duration.ofSeconds(20),
          Duration.ofMinutes(5));

  /** After which silence something is wrong. */
  public Duration longestSilence() {
    return period.plus(grace);
  }

  /** The same, with attempts that are as rare as the looks for a kind that is not there. */
  FeedOptions patient() {
    return new FeedOptions(page, period, grace, firstPause, absentPause, absentPause);
  }
}
