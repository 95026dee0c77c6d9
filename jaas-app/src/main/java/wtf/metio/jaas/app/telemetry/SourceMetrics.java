// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Arrays;
import java.util.Locale;
import wtf.metio.jaas.source.DownloadListener;

/** What becomes of downloads of sources. */
public final class SourceMetrics implements DownloadListener {

  private static final double NANOS = 1e9;

  private final Counter downloads;
  private final Counter bytes;
  private final Histogram durations;

  SourceMetrics(PrometheusRegistry registry) {
    downloads =
        Counter.builder()
            .name("jaas_source_downloads_total")
            .help("Downloads of archives of sources, by how they ended.")
            .labelNames("result")
            .withoutExemplars()
            .register(registry);
    Arrays.stream(Result.values()).map(SourceMetrics::word).forEach(downloads::initLabelValues);
    bytes =
        Counter.builder()
            .name("jaas_source_download_bytes_total")
            .help("Bytes that were received, of whatever came of them.")
            .withoutExemplars()
            .register(registry);
    durations =
        Histogram.builder()
            .name("jaas_source_download_seconds")
            .help("Time of downloads, without waiting for their turn.")
            .classicOnly()
            .classicUpperBounds(.01, .05, .1, .5, 1, 5, 10, 30, 60, 300)
            .withoutExemplars()
            .register(registry);
  }

  @Override
  public void ended(Ended download) {
    downloads.labelValues(word(download.result())).inc();
    bytes.inc(download.bytes());
    durations.observe(download.duration().toNanos() / NANOS);
  }

  private static String word(Result result) {
    return result.name().toLowerCase(Locale.ROOT);
  }
}
