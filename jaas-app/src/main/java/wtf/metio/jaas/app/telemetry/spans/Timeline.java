// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry.spans;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Turns readings of {@link System#nanoTime} into times of day. All of one request go through one
 * timeline, so that a clock that is set meanwhile tears nothing apart.
 *
 * @param offset nanoseconds since 1970 at the reading zero
 */
record Timeline(long offset) {

  /** A timeline on which it is now this time of day. */
  static Timeline at(Instant now) {
    return new Timeline(
        TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano() - System.nanoTime());
  }

  /** A span that began at this reading. */
  Span start(SpanBuilder span, long begin) {
    return span.setStartTimestamp(offset + begin, TimeUnit.NANOSECONDS).startSpan();
  }

  /** Ends a span so long after it began. */
  void end(Span span, long begin, Duration elapsed) {
    span.end(offset + begin + elapsed.toNanos(), TimeUnit.NANOSECONDS);
  }
}
