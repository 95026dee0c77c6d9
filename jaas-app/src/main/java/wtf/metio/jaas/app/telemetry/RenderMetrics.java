// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import java.util.Map;
import wtf.metio.jaas.app.render.EndedRequest;
import wtf.metio.jaas.app.render.RenderObserver;

/** Count, time and size of requests, by how they ended. */
public final class RenderMetrics implements RenderObserver {

  /** How requests end, so that all have a number from the beginning. */
  private static final Map<String, Integer> STATUSES =
      Map.ofEntries(
          Map.entry("rendered", 200),
          Map.entry("not_modified", 304),
          Map.entry("redirected", 307),
          Map.entry("bad_request", 400),
          Map.entry("evaluation_failed", 400),
          Map.entry("no_such_path", 404),
          Map.entry("snippet_not_found", 404),
          Map.entry("method_not_allowed", 405),
          Map.entry("evaluation_unavailable", 503),
          Map.entry("evaluation_timeout", 504),
          Map.entry("client_gone", 0));

  private final Counter requests;
  private final Histogram seconds;
  private final Histogram bytes;

  RenderMetrics(Families families) {
    requests =
        families.counter(
            "jaas_http_requests_total",
            "Requests to the render server, by how they ended.",
            "outcome",
            "status");
    STATUSES.forEach(
        (outcome, status) -> requests.initLabelValues(outcome, Integer.toString(status)));
    seconds =
        families.histogram(
            "jaas_http_request_duration_seconds",
            "Time from a whole request header to the last byte of its answer.",
            Families.bounds(.001, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10),
            "outcome");
    bytes =
        families.histogram(
            "jaas_http_response_bytes",
            "Size of answers without their headers.",
            Families.growing(256, 4, 9),
            "outcome");
  }

  @Override
  public void ended(EndedRequest request) {
    var answer = request.answer();
    requests.labelValues(answer.outcome(), Integer.toString(answer.status())).inc();
    seconds.labelValues(answer.outcome()).observe(Families.seconds(request.elapsed()));
    bytes.labelValues(answer.outcome()).observe(answer.bytes());
  }
}
