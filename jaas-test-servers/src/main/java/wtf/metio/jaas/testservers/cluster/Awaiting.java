// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers.cluster;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks again and again, for three minutes at most: build servers are busy. While the machine
 * stands still that time does so too. {@code -Dtests.patience} says how many seconds it is instead.
 */
public final class Awaiting {

  private static final Duration PATIENCE = Duration.ofSeconds(Long.getLong("tests.patience", 180));
  private static final long LOOK_NANOS = Duration.ofMillis(25).toNanos();

  /** Between two looks; if more went by, nobody was there to look. */
  private static final long STEP_NANOS = Duration.ofSeconds(5).toNanos();

  private Awaiting() {}

  /** Returns as soon as something is so; fails the test if it is not in time. */
  public static void until(String what, BooleanSupplier isSo) {
    until(() -> isSo.getAsBoolean() ? what : "not so: " + what, what::equals);
  }

  /**
   * What is seen as soon as it is as wanted; fails the test with what was seen last. That nobody
   * answers is not as wanted.
   */
  public static <T> T until(Supplier<T> look, Predicate<T> wanted) {
    long left = PATIENCE.toNanos();
    long before = System.nanoTime();
    while (true) {
      var failure = "";
      @Nullable T seen = null;
      try {
        seen = look.get();
        if (wanted.test(seen)) {
          return seen;
        }
      } catch (UncheckedIOException e) {
        failure = e.toString();
      }
      long now = System.nanoTime();
      left -= Math.min(now - before, STEP_NANOS);
      before = now;
      if (left < 0) {
        throw new AssertionError("Not as wanted after " + PATIENCE + ": " + seen + failure);
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }
}
