// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator;

import java.time.Duration;

/**
 * When the answer to a question is due, counted from the question.
 *
 * <p>Whatever an evaluation waits for on its way, a place, a thread or a processor, is taken from
 * the one time that it has.
 */
public final class Deadline {

  /** No answer is ever late. */
  public static final Deadline NEVER = new Deadline(0, Duration.ZERO);

  private final long begin;
  private final Duration length;

  private Deadline(long begin, Duration length) {
    this.begin = begin;
    this.length = length;
  }

  /** Counts from now; zero means {@link #NEVER}. */
  public static Deadline after(Duration length) {
    return length.isZero() ? NEVER : new Deadline(System.nanoTime(), length);
  }

  /** Whether it is too late. */
  public boolean passed() {
    return !length.isZero() && System.nanoTime() - begin >= length.toNanos();
  }

  /**
   * The time that is left, in the words of limits: zero means that there is no end, so a deadline
   * that has passed leaves a nanosecond.
   */
  public Duration left() {
    return length.isZero()
        ? Duration.ZERO
        : Duration.ofNanos(Math.max(1, length.toNanos() - (System.nanoTime() - begin)));
  }

  /** The shorter of {@link #left} and another time, where zero means without end for both. */
  Duration leftAtMost(Duration other) {
    var left = left();
    if (other.isZero() || left.isZero()) {
      return other.plus(left);
    }
    return left.compareTo(other) < 0 ? left : other;
  }
}
