// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Clock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.app.ReferencePage;
import wtf.metio.jaas.app.telemetry.Scrape.Family;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Tenant;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.kube.RequestListener;
import wtf.metio.jaas.operator.kube.ResourceType;
import wtf.metio.jaas.operator.reconcile.withdrawal.ForceCause;

class OperatorMetricsPageTest {

  private static final ResourceName NAME = new ResourceName("team", "dash");

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final PrometheusMeterRegistry page =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, registry, Clock.SYSTEM);
  private final Families families = new Families(registry);
  private final Readings readings = new Readings(registry);
  private final OperatorMetrics operator =
      new OperatorMetrics(families, readings, new SnippetMetrics(families, readings));
  private final ClusterMetrics cluster = new ClusterMetrics(families);

  @Test
  void itListsEveryMetricOfTheOperatorWithTypeAndLabelsAndNoOther() {
    operator.watch(() -> 1, () -> 2, 3);
    operator.failed(NAME, "away");
    operator.forced(NAME, ForceCause.WITHDRAW_TIMED_OUT, "gone");
    operator.engagementFailed(ResourceType.EXTERNAL_ARTIFACT, "not yet");
    cluster.asked(
        new RequestListener.Request(
            "GET", "get", "leases", "", "api:443", 0, "away", Duration.ofMillis(1)));
    cluster.mintFailed(new Tenant("team", "publisher"), "no");
    cluster.dropped("Synced", "too many");
    cluster.election("jaas-operator").leads();

    assertThat(families()).isEqualTo(listed());
  }

  @Test
  void seriesOfASnippetGoWithItExceptThoseOfItsEnd() {
    operator.ended(NAME, true, Reason.SYNCED, "ok", true);
    operator.rendered(NAME, 17);
    operator.forced(NAME, ForceCause.WITHDRAW_PERMANENT, "gone");
    assertThat(page.scrape()).contains("jaas_snippet_reconcile_total{name=\"dash\"");

    operator.withdrawn(NAME);

    assertThat(page.scrape())
        .doesNotContain("jaas_snippet_reconcile_total{", "jaas_snippet_rendered_bytes_count{")
        .contains("jaas_snippet_force_drop_total{name=\"dash\"");
  }

  private Map<String, Family> families() {
    var all = new Scrape(page.scrape()).families();
    all.keySet().removeIf(name -> name.startsWith("jaas_snippet_") && !name.contains("force_drop"));
    return all;
  }

  private static Map<String, Family> listed() {
    var listed = new TreeMap<String, Family>();
    for (var row : new ReferencePage("reference/metrics.md").rows("Operator metric")) {
      listed.put(
          ReferencePage.code(row.getFirst()),
          new Family(row.get(1), ReferencePage.codes(row.get(2))));
    }
    return listed;
  }
}
