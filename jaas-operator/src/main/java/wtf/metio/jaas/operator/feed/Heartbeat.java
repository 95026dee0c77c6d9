// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.feed;

import java.time.Duration;

/** When a feed heard of its server last. Written by the feed, read by anybody. */
final class Heartbeat {

  private volatile Standing standing = Standing.STARTING;
  private volatile boolean complete;
  private volatile long heard = System.nanoTime();
  private volatile long answered = System.nanoTime();

  /** The server told the truth, or that nothing happened. */
  void inStep() {
    standing = Standing.IN_STEP;
    complete = true;
    heard();
  }

  /** The server told something. */
  void heard() {
    heard = System.nanoTime();
    answered = heard;
  }

  /** Whoever is there answered, if only to refuse. */
  void answered(Standing why) {
    standing = why;
    answered = System.nanoTime();
  }

  /** Nobody answers. */
  void unanswered() {
    standing = complete ? Standing.BEHIND : Standing.STARTING;
  }

  /** What was known is of no use. */
  void forgotten() {
    complete = false;
  }

  Standing standing() {
    return standing;
  }

  /** Whether everything was listed once. */
  boolean isComplete() {
    return complete;
  }

  Duration sinceHeard() {
    return Duration.ofNanos(System.nanoTime() - heard);
  }

  Duration sinceAnswered() {
    return Duration.ofNanos(System.nanoTime() - answered);
  }
}
