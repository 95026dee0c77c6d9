// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import wtf.metio.jaas.app.telemetry.spans.SpanCounts;
import wtf.metio.jaas.evaluator.Permits;
import wtf.metio.jaas.evaluator.memory.HeapGuard;

/**
 * The numbers of this process.
 *
 * <p>Names that users rely on are registered with the Prometheus client itself, since Micrometer
 * rewrites some; what Micrometer knows to measure about a JVM stands beside them.
 */
public final class Metrics implements AutoCloseable {

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final PrometheusMeterRegistry jvm =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, registry, Clock.SYSTEM);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final RenderMetrics render = new RenderMetrics(registry);
  private final EvaluationMetrics evaluations = new EvaluationMetrics(registry);

  /**
   * Begins to measure.
   *
   * @param build facts about this build, by label
   */
  public Metrics(Permits permits, HeapGuard guard, SpanCounts spans, Map<String, String> build) {
    gauge("jaas_eval_in_flight", "Evaluations that run now.", permits::inUse);
    gauge(
        "jaas_eval_max_concurrent",
        "Evaluations that may run at a time; 0 if nobody is turned away.",
        permits::maximum);
    gauge(
        "jaas_eval_outstanding_timed_out",
        "Evaluations that still run although their callers have an answer.",
        evaluations::stillRunning);
    counter(
        "jaas_eval_unavailable_total",
        "Evaluations turned away because too many ran.",
        permits::rejected);
    counter(
        "jaas_eval_memory_ended_total",
        "Evaluations ended because memory ran short and they had taken most.",
        guard::ended);
    spans(spans);
    build(build);
    measureTheJvm();
  }

  /** Counts evaluations. */
  public EvaluationMetrics evaluations() {
    return evaluations;
  }

  /** Counts requests for snippets. */
  public RenderMetrics render() {
    return render;
  }

  /** Everything there is, in the text form of Prometheus. */
  public String scrape() {
    return jvm.scrape();
  }

  @Override
  public void close() {
    collections.close();
    jvm.close();
  }

  private void gauge(String name, String help, DoubleSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(value.getAsDouble()))
        .register(registry);
  }

  private void counter(String name, String help, LongSupplier value) {
    CounterWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(value.getAsLong()))
        .register(registry);
  }

  private void spans(SpanCounts spans) {
    CounterWithCallback.builder()
        .name("jaas_tracing_spans_total")
        .help("Recorded spans, by what became of them.")
        .labelNames("result")
        .callback(
            callback -> {
              callback.call(spans.exported(), "exported");
              callback.call(spans.failed(), "failed");
              callback.call(spans.dropped(), "dropped");
            })
        .register(registry);
  }

  private void build(Map<String, String> build) {
    var labels = build.keySet().stream().sorted().toList();
    Info.builder()
        .name("jaas_build_info")
        .help("The build that runs.")
        .labelNames(labels.toArray(String[]::new))
        .register(registry)
        .setLabelValues(labels.stream().map(build::get).toArray(String[]::new));
  }

  private void measureTheJvm() {
    List<MeterBinder> binders =
        List.of(
            new JvmMemoryMetrics(),
            collections,
            new JvmThreadMetrics(),
            new ClassLoaderMetrics(),
            new ProcessorMetrics(),
            new UptimeMetrics(),
            new FileDescriptorMetrics());
    binders.forEach(binder -> binder.bindTo(jvm));
  }
}
