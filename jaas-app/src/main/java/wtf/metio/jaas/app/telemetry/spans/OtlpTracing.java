// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry.spans;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import wtf.metio.jaas.app.render.EndedRequest;
import wtf.metio.jaas.app.settings.TracingSettings;
import wtf.metio.jaas.operator.reconcile.observation.PassTrace;

/** Records requests and passes with the SDK of OpenTelemetry and exports them in batches. */
final class OtlpTracing implements Tracing {

  /** As the reference calls itself. */
  private static final String SERVICE = "jaas";

  private static final String TRACER = "github.com/metio/jaas";

  private static final int WAITING = 2048;
  private static final int BATCH = 512;
  private static final Duration BATCH_DELAY = Duration.ofSeconds(5);
  private static final Duration LAST_FLUSH = Duration.ofSeconds(5);

  /** Paths come from outside, at any length. */
  private static final int LONGEST_VALUE = 1024;

  private final SdkTracerProvider provider;
  private final RequestSpans spans;
  private final PassSpans passes;

  private OtlpTracing(SdkTracerProvider provider, RequestSpans spans, PassSpans passes) {
    this.provider = provider;
    this.spans = spans;
    this.passes = passes;
  }

  static Tracing to(TracingSettings settings, String version, SpanCounts counts) {
    var variables = new ExporterVariables(settings.variables());
    return to(variables.exporter(settings), resource(variables, version), settings, counts);
  }

  private static Tracing to(
      SpanExporter exporter, Resource resource, TracingSettings settings, SpanCounts counts) {
    var outbox = new Outbox(exporter, settings.endpoint(), WAITING, counts);
    var ids = new ChosenIds();
    var provider =
        SdkTracerProvider.builder()
            .setResource(resource)
            .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(settings.sampleRatio())))
            .setIdGenerator(ids)
            .setSpanLimits(SpanLimits.builder().setMaxAttributeValueLength(LONGEST_VALUE).build())
            .addSpanProcessor(
                BatchSpanProcessor.builder(outbox)
                    .setMaxQueueSize(WAITING)
                    .setMaxExportBatchSize(BATCH)
                    .setScheduleDelay(BATCH_DELAY)
                    .build())
            .build();
    var tracer = provider.get(TRACER);
    return new OtlpTracing(
        provider,
        new RequestSpans(tracer, ids, outbox, InstantSource.system()),
        new PassSpans(tracer, outbox, InstantSource.system()));
  }

  private static Resource resource(ExporterVariables variables, String version) {
    return variables
        .resource()
        .merge(
            Resource.builder()
                .put(AttributeKey.stringKey("service.name"), SERVICE)
                .put(AttributeKey.stringKey("service.version"), version)
                .build());
  }

  @Override
  public void ended(EndedRequest request) {
    spans.record(request);
  }

  @Override
  public void passed(PassTrace trace) {
    passes.record(trace);
  }

  @Override
  public void close() {
    // What takes longer goes on without us, and ends with the process.
    var _ = provider.shutdown().join(LAST_FLUSH.toNanos(), TimeUnit.NANOSECONDS);
  }
}
