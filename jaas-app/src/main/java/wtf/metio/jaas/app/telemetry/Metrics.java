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
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import wtf.metio.jaas.app.telemetry.spans.SpanCounts;
import wtf.metio.jaas.evaluator.EvaluationEngine;
import wtf.metio.jaas.evaluator.Permits;
import wtf.metio.jaas.evaluator.Refusal;
import wtf.metio.jaas.evaluator.caching.CachingEvaluator;
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
  private final Readings readings = new Readings(registry);
  private final Families families = new Families(registry);
  private final RenderMetrics render = new RenderMetrics(families);
  private final EvaluationMetrics evaluations = new EvaluationMetrics(families);
  private final SnippetMetrics snippets = new SnippetMetrics(families, readings);
  private final DirectoryMetrics directory = new DirectoryMetrics(families, snippets);
  private final UpkeepMetrics upkeep = new UpkeepMetrics(families);
  private final StorageMetrics storage = new StorageMetrics(families);
  private final SourceMetrics sources = new SourceMetrics(families);

  /**
   * Begins to measure.
   *
   * @param build facts about this build, by label
   */
  public Metrics(Permits permits, HeapGuard guard, SpanCounts spans, Map<String, String> build) {
    readings
        .gauge("jaas_eval_in_flight", "Evaluations that run now.", permits::inUse)
        .gauge(
            "jaas_eval_max_concurrent",
            "Evaluations that may run at a time; 0 if nobody is turned away.",
            permits::maximum)
        .gauge(
            "jaas_eval_outstanding_timed_out",
            "Evaluations that still run although their callers have an answer.",
            evaluations::stillRunning)
        .counter(
            "jaas_eval_unavailable_total",
            "Evaluations turned away because too many ran.",
            permits::rejected)
        .counter(
            "jaas_eval_memory_ended_total",
            "Evaluations ended because memory ran short and they had taken most.",
            guard::ended);
    queue(permits);
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

  /** Counts what becomes of a folder of manifests. */
  public DirectoryMetrics directory() {
    return directory;
  }

  /** Counts what becomes of the snippets of a cluster; to be asked for once, and only with one. */
  public OperatorMetrics operator() {
    return new OperatorMetrics(families, readings, snippets);
  }

  /** Counts what passes between this process and an API server; as above. */
  public ClusterMetrics cluster() {
    return new ClusterMetrics(families);
  }

  /** Tells how the store does. */
  public UpkeepMetrics upkeep() {
    return upkeep;
  }

  /** Counts requests for archives, and what goes wrong with the store. */
  public StorageMetrics storage() {
    return storage;
  }

  /** Counts downloads of sources. */
  public SourceMetrics sources() {
    return sources;
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

  /** Also tells how these do. */
  public void watchCaches(EvaluationEngine engine, CachingEvaluator evaluator) {
    readings
        .cache("jaas_program_cache", "compiled programs", engine::programCache)
        .cache("jaas_result_cache", "results", evaluator::results)
        .counter(
            "jaas_result_cache_joined_total",
            "Requests answered by an evaluation that was under way already.",
            evaluator::joined)
        .counter(
            "jaas_result_cache_held_back_total",
            "Requests refused because they had run into a limit before.",
            evaluator::heldBack)
        .gauge(
            "jaas_result_cache_offenders",
            "Requests remembered now because they ran into a limit.",
            evaluator::offenders);
  }

  private void queue(Permits permits) {
    readings
        .gauge("jaas_eval_queue_waiting", "Evaluations that wait for a place.", permits::waiting)
        .gauge(
            "jaas_eval_queue_longest_wait_seconds",
            "How long the one that waits longest has waited by now.",
            () -> Families.seconds(permits.longestWait()))
        .counters(
            "jaas_eval_queue_refused_total",
            "Evaluations turned away, by cause.",
            "cause",
            Arrays.stream(Refusal.values())
                .collect(
                    Collectors.toMap(Families::word, refusal -> () -> permits.rejected(refusal))));
  }

  private void spans(SpanCounts spans) {
    readings.counters(
        "jaas_tracing_spans_total",
        "Recorded spans, by what became of them.",
        "result",
        Map.of("exported", spans::exported, "failed", spans::failed, "dropped", spans::dropped));
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
