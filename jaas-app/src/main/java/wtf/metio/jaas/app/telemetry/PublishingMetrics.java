// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoubleSupplier;
import wtf.metio.jaas.directory.DirectoryListener;
import wtf.metio.jaas.directory.status.Ready;
import wtf.metio.jaas.directory.status.SnippetStatus;
import wtf.metio.jaas.domain.artifact.StoreHealth;
import wtf.metio.jaas.domain.artifact.StoreProblem;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Deferral;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.work.Lane;
import wtf.metio.jaas.work.Turn;
import wtf.metio.jaas.work.upkeep.UpkeepListener;

/**
 * What becomes of published snippets, and how the store does. The series of a snippet go with it.
 */
public final class PublishingMetrics implements DirectoryListener, UpkeepListener {

  private static final double NANOS = 1e9;
  private static final List<String> TRUTHS = List.of("True", "False");

  private final Readings readings;
  private final Counter passes;
  private final Histogram renderedBytes;
  private final Counter rateLimited;
  private final Counter evalUnavailable;
  private final Histogram waits;
  private final Histogram looks;
  private final Gauge manifestFiles;
  private final Gauge manifestProblems;
  private final Gauge health;
  private final Counter lost;
  private final Counter damaged;
  private final Gauge orphans;

  PublishingMetrics(PrometheusRegistry registry, Readings readings) {
    this.readings = readings;
    passes =
        counter(
            registry,
            "jaas_snippet_reconcile_total",
            "Passes over a snippet, by what its status said afterwards.",
            "namespace",
            "name",
            "status",
            "reason");
    renderedBytes =
        Histogram.builder()
            .name("jaas_snippet_rendered_bytes")
            .help("Size of rendered values.")
            .labelNames("namespace", "name")
            .classicOnly()
            .classicExponentialUpperBounds(256, 4, 10)
            .withoutExemplars()
            .register(registry);
    rateLimited =
        counter(
            registry,
            "jaas_snippet_rate_limited_total",
            "Passes put off because a snippet was rendered too often.",
            "namespace",
            "name");
    evalUnavailable =
        counter(
            registry,
            "jaas_snippet_eval_unavailable_total",
            "Passes put off because too many evaluations ran.",
            "namespace",
            "name");
    waits =
        Histogram.builder()
            .name("jaas_snippet_queue_wait_seconds")
            .help("Time between the moment a snippet was due and its pass.")
            .labelNames("lane")
            .classicOnly()
            .classicUpperBounds(.001, .01, .05, .1, .5, 1, 5, 10, 30, 60, 300)
            .withoutExemplars()
            .register(registry);
    Arrays.stream(Lane.values()).map(PublishingMetrics::word).forEach(waits::initLabelValues);
    looks =
        Histogram.builder()
            .name("jaas_manifest_look_seconds")
            .help("Time that looking at the folder of manifests took.")
            .classicOnly()
            .classicUpperBounds(.001, .005, .01, .05, .1, .25, .5, 1, 2, 5, 10)
            .withoutExemplars()
            .register(registry);
    manifestFiles = gauge(registry, "jaas_manifest_files", "Files with manifests now.");
    manifestProblems = gauge(registry, "jaas_manifest_problems", "Problems in the manifests now.");
    health =
        Gauge.builder()
            .name("jaas_storage_problem")
            .help("1 for what is wrong with the store now, by the last probe.")
            .labelNames("problem")
            .withoutExemplars()
            .register(registry);
    Arrays.stream(StoreProblem.values())
        .map(PublishingMetrics::word)
        .forEach(health::initLabelValues);
    lost =
        counter(
            registry, "jaas_storage_lost_total", "Announced archives that were not in the store.");
    damaged =
        counter(registry, "jaas_storage_damaged_total", "Announced archives that were damaged.");
    orphans =
        gauge(
            registry,
            "jaas_storage_orphans",
            "Owners of archives in the store whom nobody describes.");
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

  private static Gauge gauge(PrometheusRegistry registry, String name, String help) {
    return Gauge.builder().name(name).help(help).withoutExemplars().register(registry);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** Also tells how much there is to do. */
  public void watch(DoubleSupplier waiting, DoubleSupplier underWay) {
    readings
        .gauge("jaas_snippet_queue_waiting", "Snippets that wait for a pass.", waiting)
        .gauge("jaas_snippet_queue_under_way", "Passes that are being made now.", underWay);
  }

  @Override
  public void began(Turn<ResourceName> turn) {
    waits.labelValues(word(turn.lane())).observe(turn.waited().toNanos() / NANOS);
  }

  @Override
  public void rendered(ResourceName snippet, long bytes) {
    renderedBytes.labelValues(snippet.namespace(), snippet.name()).observe(bytes);
  }

  @Override
  public void ended(SnippetStatus status, boolean changed, List<String> notes) {
    status.ready().ifPresent(ready -> count(status.name(), ready));
  }

  private void count(ResourceName snippet, Ready ready) {
    rateLimited.initLabelValues(snippet.namespace(), snippet.name());
    evalUnavailable.initLabelValues(snippet.namespace(), snippet.name());
    passes
        .labelValues(
            snippet.namespace(),
            snippet.name(),
            ready.met() ? "True" : "False",
            ready.reason().text())
        .inc();
  }

  @Override
  public void deferred(ResourceName snippet, Deferral cause, String message) {
    var counter =
        switch (cause) {
          case RATE_LIMITED -> rateLimited;
          case EVAL_UNAVAILABLE -> evalUnavailable;
        };
    counter.labelValues(snippet.namespace(), snippet.name()).inc();
  }

  @Override
  public void withdrawn(ResourceName snippet) {
    for (var reason : Reason.values()) {
      TRUTHS.forEach(
          truth -> passes.remove(snippet.namespace(), snippet.name(), truth, reason.text()));
    }
    renderedBytes.remove(snippet.namespace(), snippet.name());
    rateLimited.remove(snippet.namespace(), snippet.name());
    evalUnavailable.remove(snippet.namespace(), snippet.name());
  }

  @Override
  public void failed(ResourceName snippet, String message) {
    // The state of the store is measured by its probe.
  }

  @Override
  public void broke(ResourceName snippet, Throwable defect) {
    // The log tells.
  }

  @Override
  public void looked(int files, Duration took) {
    manifestFiles.set(files);
    looks.observe(took.toNanos() / NANOS);
  }

  @Override
  public void problems(List<String> problems) {
    manifestProblems.set(problems.size());
  }

  @Override
  public void health(StoreHealth now) {
    for (var problem : StoreProblem.values()) {
      boolean is = now instanceof StoreHealth.Ill(var found, _) && found == problem;
      health.labelValues(word(problem)).set(is ? 1 : 0);
    }
  }

  @Override
  public void lost(ResourceName owner) {
    lost.inc();
  }

  @Override
  public void damaged(ResourceName owner) {
    damaged.inc();
  }

  @Override
  public void orphans(Set<ResourceName> owners) {
    orphans.set(owners.size());
  }

  @Override
  public void broke(String chore, Throwable defect) {
    // The log tells.
  }
}
