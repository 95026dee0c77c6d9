// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import java.util.Arrays;
import wtf.metio.jaas.source.DownloadListener;

/** What becomes of downloads of sources. */
public final class SourceMetrics implements DownloadListener {

  private final Counter downloads;
  private final Counter bytes;
  private final Histogram durations;

  SourceMetrics(Families families) {
    downloads =
        families.counter(
            "jaas_source_downloads_total",
            "Downloads of archives of sources, by how they ended.",
            "result");
    Arrays.stream(Result.values()).map(Families::word).forEach(downloads::initLabelValues);
    bytes =
        families.counter(
            "jaas_source_download_bytes_total",
            "Bytes that were received, of whatever came of them.");
    durations =
        families.histogram(
            "jaas_source_download_seconds",
            "Time of downloads, without waiting for their turn.",
            Families.bounds(.01, .05, .1, .5, 1, 5, 10, 30, 60, 300));
  }

  @Override
  public void ended(Ended download) {
    downloads.labelValues(Families.word(download.result())).inc();
    bytes.inc(download.bytes());
    durations.observe(Families.seconds(download.duration()));
  }
}
