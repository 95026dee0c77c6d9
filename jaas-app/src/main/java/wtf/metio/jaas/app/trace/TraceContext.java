// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.trace;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The place of a request in a trace.
 *
 * @param traceId 32 lower-case hexadecimal digits, not all zero: the caller's, or new ones
 * @param spanId of the request itself, 16 such digits, always new
 * @param parent what the caller said of itself; null if it said nothing, or nothing valid
 */
public record TraceContext(String traceId, String spanId, @Nullable TraceParent parent) {

  private static final String TRACE_ID = "trace-id";
  private static final String SPAN_ID = "span-id";

  /**
   * The place of a request with these headers. What is malformed is ignored.
   *
   * @param parents the values of all headers {@code traceparent}; more than one is none
   * @param states those of all headers {@code tracestate}, in order
   * @param chance makes new ids; they need not be secret
   */
  public static TraceContext of(List<String> parents, List<String> states, RandomGenerator chance) {
    var parent =
        parents.size() == 1
            ? TraceParent.parse(parents.getFirst(), states)
            : Optional.<TraceParent>empty();
    return new TraceContext(
        parent.map(TraceParent::traceId).orElseGet(() -> newId(chance) + newId(chance)),
        newId(chance),
        parent.orElse(null));
  }

  /** Puts the ids on every line that this thread logs until the scope is closed. */
  public LogScope onLogLines() {
    MDC.put(TRACE_ID, traceId);
    MDC.put(SPAN_ID, spanId);
    return () -> {
      MDC.remove(TRACE_ID);
      MDC.remove(SPAN_ID);
    };
  }

  /** See {@link #onLogLines}. */
  @FunctionalInterface
  public interface LogScope extends AutoCloseable {

    /** Ends it, on the thread that began it. */
    @Override
    void close();
  }

  private static String newId(RandomGenerator chance) {
    long id = chance.nextLong();
    // The digits of zero are no valid id.
    return HexFormat.of().toHexDigits(id == 0 ? 1 : id);
  }
}
