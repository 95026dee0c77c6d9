// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.domain.evaluation.EvaluationPhases;
import wtf.metio.jaas.domain.evaluation.EvaluationRequest;
import wtf.metio.jaas.domain.evaluation.EvaluationUsage;
import wtf.metio.jaas.domain.evaluation.FailureReason;
import wtf.metio.jaas.evaluator.EvaluationListener;

/**
 * What evaluations take and how they end. No label says whose they are: names are chosen outside,
 * and every series is kept for ever.
 */
public final class EvaluationMetrics implements EvaluationListener {

  private static final Logger LOG = LoggerFactory.getLogger(EvaluationMetrics.class);

  private static final double NANOS = 1e9;

  private final AtomicInteger leftRunning = new AtomicInteger();
  private final Histogram waits;
  private final Histogram seconds;
  private final Histogram steps;
  private final Histogram allocated;
  private final Counter failures;
  private final Counter phases;
  private final Counter imports;

  EvaluationMetrics(PrometheusRegistry registry) {
    waits =
        Histogram.builder()
            .name("jaas_eval_queue_wait_seconds")
            .help("Time that evaluations waited for a place.")
            .classicOnly()
            .classicUpperBounds(.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10)
            .withoutExemplars()
            .register(registry);
    seconds =
        Histogram.builder()
            .name("jaas_eval_duration_seconds")
            .help("Time of evaluations, by how they ended.")
            .labelNames("outcome")
            .classicOnly()
            .classicUpperBounds(
                .0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10)
            .withoutExemplars()
            .register(registry);
    steps =
        Histogram.builder()
            .name("jaas_eval_steps")
            .help("Steps of evaluations.")
            .classicOnly()
            .classicUpperBounds(1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9)
            .withoutExemplars()
            .register(registry);
    allocated =
        Histogram.builder()
            .name("jaas_eval_allocated_bytes")
            .help("Heap that evaluations took in total, not at once.")
            .classicOnly()
            .classicExponentialUpperBounds(1 << 16, 4, 9)
            .withoutExemplars()
            .register(registry);
    failures =
        counter(
            registry, "jaas_eval_failures_total", "Programs without a value, by reason.", "reason");
    phases =
        counter(
            registry, "jaas_eval_phase_seconds_total", "Time of evaluations, by phase.", "phase");
    imports =
        counter(
            registry,
            "jaas_eval_import_seconds_total",
            "Time of evaluations that went into finding, reading and parsing imports.");
    for (var reason : FailureReason.values()) {
      failures.initLabelValues(reason.text());
    }
    List.of("parse", "evaluate", "manifest").forEach(phases::initLabelValues);
  }

  private static Counter counter(
      PrometheusRegistry registry, String name, String help, String... labels) {
    return Counter.builder()
        .name(name)
        .help(help)
        .labelNames(labels)
        .withoutExemplars()
        .register(registry);
  }

  /** How many still run although their callers have their answers. */
  int stillRunning() {
    return leftRunning.get();
  }

  @Override
  public void began(EvaluationRequest request, Duration waited) {
    waits.observe(waited.toNanos() / NANOS);
  }

  @Override
  public void answered(EvaluationRequest request, Evaluation evaluation, Duration elapsed) {
    switch (evaluation) {
      case Evaluation.Rendered rendered -> took("rendered", rendered.usage());
      case Evaluation.Failed failed -> {
        failures.labelValues(failed.reason().text()).inc();
        took("failed", failed.usage());
      }
      case Evaluation.TimedOut timedOut -> took("timed_out", timedOut.usage());
      case Evaluation.Cancelled cancelled -> took("cancelled", cancelled.usage());
      case Evaluation.Refused _ -> {
        // It took nothing, and who refuses counts it.
      }
    }
  }

  private void took(String outcome, EvaluationUsage usage) {
    var spent = usage.phases();
    // One that was not begun took nothing.
    if (spent != null) {
      seconds.labelValues(outcome).observe(usage.elapsed().toNanos() / NANOS);
      steps.observe(usage.steps());
      allocated.observe(usage.allocatedBytes());
      spent(spent);
    }
  }

  private void spent(EvaluationPhases spent) {
    phases.labelValues("parse").inc(spent.parse().toNanos() / NANOS);
    phases.labelValues("evaluate").inc(spent.evaluate().toNanos() / NANOS);
    phases.labelValues("manifest").inc(spent.manifest().toNanos() / NANOS);
    imports.inc(spent.imports().toNanos() / NANOS);
  }

  @Override
  public void leftRunning(EvaluationRequest request) {
    leftRunning.incrementAndGet();
  }

  @Override
  public void leftRunningEnded(EvaluationRequest request) {
    leftRunning.decrementAndGet();
  }

  @Override
  public void broke(EvaluationRequest request, Throwable defect) {
    LOG.atError()
        .setCause(defect)
        .addKeyValue("panic", defect.toString())
        .addKeyValue("file-name", request.program().label())
        .log("jsonnet evaluation panicked");
  }
}
