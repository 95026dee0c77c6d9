// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import wtf.metio.jaas.domain.publication.Tenant;
import wtf.metio.jaas.operator.kube.RequestListener;
import wtf.metio.jaas.operator.leader.LeaderListener;
import wtf.metio.jaas.operator.reconcile.event.EventListener;
import wtf.metio.jaas.operator.tenant.TenantListener;

/**
 * What passes between this process and an API server. Where every controller of Kubernetes counts
 * the same, the name is theirs.
 */
public final class ClusterMetrics implements RequestListener, TenantListener, EventListener {

  private static final String NO_ANSWER = "<error>";

  private final Counter requests;
  private final Histogram durations;
  private final Gauge leads;
  private final Counter mintFailures;
  private final Counter droppedEvents;

  ClusterMetrics(Families families) {
    requests =
        families.counter(
            "rest_client_requests_total",
            "Requests to the API server, by how they were answered.",
            "code",
            "method",
            "host");
    durations =
        families.histogram(
            "rest_client_request_duration_seconds",
            "Time until the head of an answer of the API server.",
            Families.bounds(.005, .025, .1, .25, .5, 1, 2, 4, 8, 15, 30, 60),
            "verb",
            "host");
    leads = families.gauge("leader_election_master_status", "1 while this replica writes.", "name");
    mintFailures =
        families.counter(
            "jaas_tenant_token_mint_failures_total",
            "Tokens of service accounts that could not be had.",
            "namespace",
            "serviceAccount");
    droppedEvents =
        families.counter(
            "jaas_events_dropped_total", "Events that the API server never got.", "reason");
  }

  /** Begins to tell who leads. */
  public LeaderListener election(String lease) {
    leads.labelValues(lease).set(0);
    return new Terms(leads, lease);
  }

  @Override
  public void asked(Request request) {
    var code = request.code() == 0 ? NO_ANSWER : Integer.toString(request.code());
    requests.labelValues(code, request.method(), request.host()).inc();
    if (!request.verb().equals("watch")) {
      durations
          .labelValues(request.method(), request.host())
          .observe(Families.seconds(request.took()));
    }
  }

  @Override
  public void minted(Tenant tenant) {
    mintFailures.initLabelValues(tenant.namespace(), tenant.serviceAccount());
  }

  @Override
  public void mintFailed(Tenant tenant, String message) {
    mintFailures.labelValues(tenant.namespace(), tenant.serviceAccount()).inc();
  }

  @Override
  public void dropped(String reason, String why) {
    droppedEvents.labelValues(reason).inc();
  }

  /** Tells who leads. */
  private record Terms(Gauge gauge, String lease) implements LeaderListener {

    @Override
    public void leads() {
      gauge.labelValues(lease).set(1);
    }

    @Override
    public void leadsNoMore(String why) {
      gauge.labelValues(lease).set(0);
    }

    @Override
    public void follows(String holder) {
      // It is somebody else's one.
    }

    @Override
    public void failed(String message) {
      // Requests are counted.
    }
  }
}
