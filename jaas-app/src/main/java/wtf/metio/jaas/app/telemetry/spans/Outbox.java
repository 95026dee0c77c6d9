// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry.spans;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bounds what waits for the receiver, counts what becomes of it, and says once that the receiver is
 * out of reach.
 *
 * <p>Whoever makes spans asks first. So a trace is dropped as a whole, not in the middle.
 */
final class Outbox implements SpanExporter {

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  private final SpanExporter exporter;
  private final String endpoint;
  private final int capacity;
  private final SpanCounts counts;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicBoolean failing = new AtomicBoolean();

  Outbox(SpanExporter exporter, String endpoint, int capacity, SpanCounts counts) {
    this.exporter = exporter;
    this.endpoint = endpoint;
    this.capacity = capacity;
    this.counts = counts;
  }

  /**
   * Whether there is room for so many spans, which then must be ended; if not, they are counted.
   */
  boolean admits(int spans) {
    if (waiting.addAndGet(spans) <= capacity) {
      return true;
    }
    waiting.addAndGet(-spans);
    counts.countDropped(spans);
    return false;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    int size = spans.size();
    var result = exporter.export(spans);
    return result.whenComplete(() -> sent(size, result));
  }

  private void sent(int size, CompletableResultCode result) {
    waiting.addAndGet(-size);
    if (result.isSuccess()) {
      counts.countExported(size);
      if (failing.compareAndSet(true, false)) {
        LOG.atInfo().addKeyValue("tracing-endpoint", endpoint).log("Spans are exported again");
      }
    } else {
      counts.countFailed(size);
      if (failing.compareAndSet(false, true)) {
        LOG.atWarn()
            .addKeyValue("tracing-endpoint", endpoint)
            .addKeyValue("error", reason(result.getFailureThrowable()))
            .log("Cannot export spans");
      }
    }
  }

  private static String reason(@Nullable Throwable failure) {
    return failure == null ? "the receiver did not answer in time" : failure.toString();
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }
}
