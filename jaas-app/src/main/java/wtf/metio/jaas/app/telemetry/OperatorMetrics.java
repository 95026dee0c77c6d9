// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import java.util.List;
import java.util.function.DoubleSupplier;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Deferral;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.kube.ResourceType;
import wtf.metio.jaas.operator.reconcile.observation.PassTrace;
import wtf.metio.jaas.operator.reconcile.observation.ReconcileListener;
import wtf.metio.jaas.operator.reconcile.withdrawal.ForceCause;
import wtf.metio.jaas.operator.watch.WatchListener;
import wtf.metio.jaas.work.Turn;

/**
 * What becomes of the snippets of a cluster. Where every controller of Kubernetes counts the same,
 * the name is theirs.
 */
public final class OperatorMetrics implements ReconcileListener, WatchListener {

  private static final String CONTROLLER = "jsonnetsnippet";
  private static final List<String> RESULTS =
      List.of("success", "error", "requeue", "requeue_after");

  private final SnippetMetrics snippets;
  private final Readings readings;
  private final Counter forceDrops;
  private final Counter engagementFailures;
  private final Counter results;
  private final Counter errors;
  private final Histogram times;
  private final Histogram waits;

  OperatorMetrics(Families families, Readings readings, SnippetMetrics snippets) {
    this.snippets = snippets;
    this.readings = readings;
    forceDrops =
        families.counter(
            "jaas_snippet_force_drop_total",
            "Snippets that were let go although something of them was left.",
            "namespace",
            "name",
            "reason");
    engagementFailures =
        families.counter(
            "jaas_crd_watch_engagement_failures_total",
            "Failed attempts to watch a kind that is installed.",
            "gvk");
    results =
        families.counter(
            "controller_runtime_reconcile_total",
            "Passes over snippets, by what follows from them.",
            "controller",
            "result");
    RESULTS.forEach(result -> results.initLabelValues(CONTROLLER, result));
    errors =
        families.counter(
            "controller_runtime_reconcile_errors_total",
            "Passes over snippets that could not be made.",
            "controller");
    errors.initLabelValues(CONTROLLER);
    times =
        families.histogram(
            "controller_runtime_reconcile_time_seconds",
            "Time of passes over snippets.",
            Families.bounds(.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60),
            "controller");
    times.initLabelValues(CONTROLLER);
    waits =
        families.histogram(
            "workqueue_queue_duration_seconds",
            "Time between the moment a snippet was due and its pass.",
            Families.growing(1e-4, 10, 8),
            "name",
            "controller");
    waits.initLabelValues(CONTROLLER, CONTROLLER);
  }

  /** Also tells how much there is to do, and how much may be done at once. */
  public void watch(DoubleSupplier waiting, DoubleSupplier underWay, int workers) {
    snippets.watch(waiting, underWay);
    readings
        .labelled(
            "workqueue_depth",
            "Snippets that wait for a pass.",
            List.of("name", "controller"),
            List.of(CONTROLLER, CONTROLLER),
            waiting)
        .labelled(
            "controller_runtime_active_workers",
            "Passes that are being made now.",
            List.of("controller"),
            List.of(CONTROLLER),
            underWay)
        .labelled(
            "controller_runtime_max_concurrent_reconciles",
            "Passes that may be made at once.",
            List.of("controller"),
            List.of(CONTROLLER),
            () -> workers);
  }

  @Override
  public void began(Turn<ResourceName> turn) {
    snippets.began(turn);
    waits.labelValues(CONTROLLER, CONTROLLER).observe(Families.seconds(turn.waited()));
  }

  @Override
  public void rendered(ResourceName snippet, long bytes) {
    snippets.rendered(snippet, bytes);
  }

  @Override
  public void ended(
      ResourceName snippet, boolean ready, Reason reason, String message, boolean changed) {
    snippets.ended(snippet, ready, reason);
    result("success");
  }

  @Override
  public void deferred(ResourceName snippet, Deferral cause, String message) {
    snippets.deferred(snippet, cause);
    result("requeue_after");
  }

  @Override
  public void withdrawn(ResourceName snippet) {
    snippets.withdrawn(snippet);
    result("success");
  }

  @Override
  public void forced(ResourceName snippet, ForceCause cause, String message) {
    forceDrops.labelValues(snippet.namespace(), snippet.name(), cause.text()).inc();
  }

  @Override
  public void failed(ResourceName snippet, String message) {
    failed();
  }

  @Override
  public void broke(ResourceName snippet, Throwable defect) {
    failed();
  }

  @Override
  public void traced(PassTrace trace) {
    times.labelValues(CONTROLLER).observe((System.nanoTime() - trace.begun()) / 1e9);
  }

  @Override
  public void engagementFailed(ResourceType type, String message) {
    engagementFailures.labelValues(type.apiVersion() + ", Kind=" + type.kind()).inc();
  }

  private void failed() {
    errors.labelValues(CONTROLLER).inc();
    result("error");
  }

  private void result(String result) {
    results.labelValues(CONTROLLER, result).inc();
  }
}
