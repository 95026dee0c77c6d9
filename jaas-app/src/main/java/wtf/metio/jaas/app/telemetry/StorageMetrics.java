// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import wtf.metio.jaas.app.artifacts.DownloadObserver;
import wtf.metio.jaas.app.artifacts.EndedDownload;
import wtf.metio.jaas.app.artifacts.EndedDownload.Outcome;
import wtf.metio.jaas.app.artifacts.SweepObserver;

/** Count and time of requests for archives, and what goes wrong with the store. */
public final class StorageMetrics implements DownloadObserver, SweepObserver {

  private final Counter requests;
  private final Histogram seconds;
  private final Counter bytes;
  private final Counter sweepFailures;

  StorageMetrics(Families families) {
    requests =
        families.counter(
            "jaas_storage_requests_total",
            "Requests for archives, by how they ended.",
            "outcome",
            "status");
    seconds =
        families.histogram(
            "jaas_storage_request_duration_seconds",
            "Time from a whole request header to the last byte of its answer.",
            Families.bounds(.0005, .001, .005, .01, .05, .1, .5, 1, 5, 10, 60),
            "outcome");
    bytes = families.counter("jaas_storage_response_bytes_total", "Bytes sent, without headers.");
    sweepFailures =
        families.counter("jaas_storage_sweep_failures_total", "Sweeps of the store that failed.");
    for (var outcome : Outcome.values()) {
      requests.initLabelValues(Families.word(outcome), Integer.toString(usualStatus(outcome)));
      seconds.initLabelValues(Families.word(outcome));
    }
  }

  @Override
  public void ended(EndedDownload download) {
    var outcome = Families.word(download.outcome());
    requests.labelValues(outcome, Integer.toString(download.status())).inc();
    seconds.labelValues(outcome).observe(Families.seconds(download.elapsed()));
    bytes.inc(download.bytes());
  }

  @Override
  public void failed() {
    sweepFailures.inc();
  }

  private static int usualStatus(Outcome outcome) {
    return switch (outcome) {
      case SERVED -> 200;
      case PARTIAL -> 206;
      case NOT_MODIFIED -> 304;
      case NOT_FOUND -> 404;
      case METHOD_NOT_ALLOWED -> 405;
      case PRECONDITION_FAILED -> 412;
      case RANGE_NOT_SATISFIABLE -> 416;
      case STORE_FAILED -> 500;
      case STORE_UNREACHABLE -> 502;
      case CLIENT_GONE -> 0;
    };
  }
}
