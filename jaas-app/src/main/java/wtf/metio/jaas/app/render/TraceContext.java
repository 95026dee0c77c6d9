// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.render;

import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import wtf.metio.jaas.app.http.Exchange;

/** The trace that a caller says its request belongs to, on every line that is logged meanwhile. */
final class TraceContext implements AutoCloseable {

  private static final String KEY = "trace-id";
  private static final String NONE = "0".repeat(32);

  /** As W3C Trace Context has it; later versions may have more behind it. */
  private static final Pattern HEADER =
      Pattern.compile("(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}(?:-.*)?");

  private TraceContext() {}

  static TraceContext of(Exchange exchange) {
    exchange.header("traceparent").flatMap(TraceContext::id).ifPresent(id -> MDC.put(KEY, id));
    return new TraceContext();
  }

  /** The trace of a header; empty if it is malformed. */
  static Optional<String> id(String header) {
    var match = HEADER.matcher(header);
    return match.matches() && !match.group(1).equals(NONE)
        ? Optional.of(match.group(1))
        : Optional.empty();
  }

  @Override
  public void close() {
    MDC.remove(KEY);
  }
}
