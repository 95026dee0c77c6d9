// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import java.util.ArrayList;
import java.util.List;
import wtf.metio.jaas.app.http.Handler;
import wtf.metio.jaas.app.http.ListenAddress;
import wtf.metio.jaas.app.http.Port;
import wtf.metio.jaas.app.http.PortLimits;
import wtf.metio.jaas.app.probes.HealthSource;
import wtf.metio.jaas.app.probes.ManagementHandler;
import wtf.metio.jaas.app.probes.ProbeState;
import wtf.metio.jaas.app.render.RenderHandler;
import wtf.metio.jaas.app.render.RenderObserver;
import wtf.metio.jaas.app.settings.Settings;
import wtf.metio.jaas.app.telemetry.Metrics;
import wtf.metio.jaas.app.telemetry.MetricsHandler;
import wtf.metio.jaas.app.telemetry.spans.Tracing;
import wtf.metio.jaas.domain.evaluation.Evaluator;

/** Makes the ports of the service; none of them listens yet. */
final class Ports {

  private final Settings settings;
  private final ProbeState state;

  Ports(Settings settings, ProbeState state) {
    this.settings = settings;
    this.state = state;
  }

  /** All that the settings ask for, the one with the probes first. */
  List<Port> all(
      BuildFacts build,
      HealthSource health,
      Evaluator evaluator,
      Metrics metrics,
      Tracing tracing,
      Published published) {
    var ports = new ArrayList<Port>();
    ports.add(management(build, health, metrics, published.status()));
    ports.add(render(evaluator, metrics.render().and(tracing)));
    if (settings.metrics().enabled()) {
      ports.add(metrics(metrics));
    }
    published.port().ifPresent(ports::add);
    return List.copyOf(ports);
  }

  private Port render(Evaluator evaluator, RenderObserver observer) {
    var render = settings.render();
    return Port.ofManyThreads(
        new ListenAddress(
            "jsonnet", "--port", "--listen-address", render.listenAddress(), render.port(), true),
        new PortLimits(render.readTimeout(), render.writeTimeout()),
        new RenderHandler(settings, evaluator, observer));
  }

  private Port management(BuildFacts build, HealthSource health, Metrics metrics, Handler status) {
    var management = settings.management();
    var numbers = new MetricsHandler(metrics::scrape);
    return Port.ofOwnThreads(
        new ListenAddress(
            "management",
            "--management-port",
            "--management-listen-address",
            management.listenAddress(),
            management.port(),
            true),
        managementLimits(),
        new ManagementHandler(state, build.json(), health, numbers::answer, status));
  }

  private Port metrics(Metrics metrics) {
    var address = settings.metrics();
    return Port.ofOwnThreads(
        new ListenAddress(
            "metrics",
            "--metrics-bind-address",
            address.host(),
            address.port(),
            address.essential()),
        managementLimits(),
        new MetricsHandler(metrics::scrape));
  }

  private PortLimits managementLimits() {
    var management = settings.management();
    return new PortLimits(management.readTimeout(), management.writeTimeout());
  }
}
