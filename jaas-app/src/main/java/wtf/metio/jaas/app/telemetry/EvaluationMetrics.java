// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
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

  private final AtomicInteger leftRunning = new AtomicInteger();
  private final Histogram waits;
  private final Histogram seconds;
  private final Histogram steps;
  private final Histogram allocated;
  private final Counter failures;
  private final Counter phases;
  private final Counter imports;

  EvaluationMetrics(Families families) {
    waits =
        families.histogram(
            "jaas_eval_queue_wait_seconds",
            "Time that evaluations waited for a place.",
            Families.bounds(.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10));
    seconds =
        families.histogram(
            "jaas_eval_duration_seconds",
            "Time of evaluations, by how they ended.",
            Families.bounds(.0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10),
            "outcome");
    steps =
        families.histogram(
            "jaas_eval_steps", "Steps of evaluations.", Families.growing(100, 10, 8));
    allocated =
        families.histogram(
            "jaas_eval_allocated_bytes",
            "Heap that evaluations took in total, not at once.",
            Families.growing(1 << 16, 4, 9));
    failures =
        families.counter(
            "jaas_eval_failures_total", "Programs without a value, by reason.", "reason");
    phases =
        families.counter(
            "jaas_eval_phase_seconds_total", "Time of evaluations, by phase.", "phase");
    imports =
        families.counter(
            "jaas_eval_import_seconds_total",
            "Time of evaluations that went into finding, reading and parsing imports.");
    for (var reason : FailureReason.values()) {
      failures.initLabelValues(reason.text());
    }
    List.of("parse", "evaluate", "manifest").forEach(phases::initLabelValues);
  }

  /** How many still run although their callers have their answers. */
  int stillRunning() {
    return leftRunning.get();
  }

  @Override
  public void began(EvaluationRequest request, Duration waited) {
    waits.observe(Families.seconds(waited));
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
      seconds.labelValues(outcome).observe(Families.seconds(usage.elapsed()));
      steps.observe(usage.steps());
      allocated.observe(usage.allocatedBytes());
      spent(spent);
    }
  }

  private void spent(EvaluationPhases spent) {
    phases.labelValues("parse").inc(Families.seconds(spent.parse()));
    phases.labelValues("evaluate").inc(Families.seconds(spent.evaluate()));
    phases.labelValues("manifest").inc(Families.seconds(spent.manifest()));
    imports.inc(Families.seconds(spent.imports()));
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
