// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry.spans;

import io.opentelemetry.sdk.trace.IdGenerator;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.app.trace.TraceContext;

/** Gives the span of a request the ids that its log lines carry, and random ones to all others. */
final class ChosenIds implements IdGenerator {

  private final IdGenerator random = IdGenerator.random();
  private final ThreadLocal<@Nullable TraceContext> next = new ThreadLocal<>();

  /** The next span that this thread starts is that of the request. */
  void chooseForNextSpan(TraceContext trace) {
    next.set(trace);
  }

  @Override
  public String generateTraceId() {
    var chosen = next.get();
    return chosen == null ? random.generateTraceId() : chosen.traceId();
  }

  @Override
  public String generateSpanId() {
    // The SDK asks for the span's id first and for the trace's only if there is no parent.
    var chosen = next.get();
    return chosen == null ? random.generateSpanId() : chosen.spanId();
  }

  /** Further spans of this thread have random ids. */
  void forget() {
    next.remove();
  }
}
