// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Deferral;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.work.Lane;
import wtf.metio.jaas.work.Turn;

/**
 * What becomes of published snippets, whoever describes them. The series of a snippet go with it.
 */
final class SnippetMetrics {

  private static final List<String> TRUTHS = List.of("True", "False");

  private final Readings readings;
  private final Counter passes;
  private final Histogram renderedBytes;
  private final Counter rateLimited;
  private final Counter evalUnavailable;
  private final Histogram waits;

  SnippetMetrics(Families families, Readings readings) {
    this.readings = readings;
    passes =
        families.counter(
            "jaas_snippet_reconcile_total",
            "Passes over a snippet, by what its status said afterwards.",
            "namespace",
            "name",
            "status",
            "reason");
    renderedBytes =
        families.histogram(
            "jaas_snippet_rendered_bytes",
            "Size of rendered values.",
            Families.growing(256, 4, 10),
            "namespace",
            "name");
    rateLimited =
        families.counter(
            "jaas_snippet_rate_limited_total",
            "Passes put off because a snippet was rendered too often.",
            "namespace",
            "name");
    evalUnavailable =
        families.counter(
            "jaas_snippet_eval_unavailable_total",
            "Passes put off because too many evaluations ran.",
            "namespace",
            "name");
    waits =
        families.histogram(
            "jaas_snippet_queue_wait_seconds",
            "Time between the moment a snippet was due and its pass.",
            Families.bounds(.001, .01, .05, .1, .5, 1, 5, 10, 30, 60, 300),
            "lane");
    Arrays.stream(Lane.values()).map(Families::word).forEach(waits::initLabelValues);
  }

  /** Also tells how much there is to do. */
  void watch(DoubleSupplier waiting, DoubleSupplier underWay) {
    readings
        .gauge("jaas_snippet_queue_waiting", "Snippets that wait for a pass.", waiting)
        .gauge("jaas_snippet_queue_under_way", "Passes that are being made now.", underWay);
  }

  void began(Turn<ResourceName> turn) {
    waits.labelValues(Families.word(turn.lane())).observe(Families.seconds(turn.waited()));
  }

  void rendered(ResourceName snippet, long bytes) {
    renderedBytes.labelValues(snippet.namespace(), snippet.name()).observe(bytes);
  }

  void ended(ResourceName snippet, boolean ready, Reason reason) {
    rateLimited.initLabelValues(snippet.namespace(), snippet.name());
    evalUnavailable.initLabelValues(snippet.namespace(), snippet.name());
    passes
        .labelValues(snippet.namespace(), snippet.name(), ready ? "True" : "False", reason.text())
        .inc();
  }

  void deferred(ResourceName snippet, Deferral cause) {
    var counter =
        switch (cause) {
          case RATE_LIMITED -> rateLimited;
          case EVAL_UNAVAILABLE -> evalUnavailable;
        };
    counter.labelValues(snippet.namespace(), snippet.name()).inc();
  }

  void withdrawn(ResourceName snippet) {
    for (var reason : Reason.values()) {
      TRUTHS.forEach(
          truth -> passes.remove(snippet.namespace(), snippet.name(), truth, reason.text()));
    }
    renderedBytes.remove(snippet.namespace(), snippet.name());
    rateLimited.remove(snippet.namespace(), snippet.name());
    evalUnavailable.remove(snippet.namespace(), snippet.name());
  }
}
