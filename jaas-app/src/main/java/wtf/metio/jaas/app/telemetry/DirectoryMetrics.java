// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry;

import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleSupplier;
import wtf.metio.jaas.directory.DirectoryListener;
import wtf.metio.jaas.directory.status.SnippetStatus;
import wtf.metio.jaas.domain.publication.Deferral;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.work.Turn;

/** What becomes of a folder of manifests. */
public final class DirectoryMetrics implements DirectoryListener {

  private final SnippetMetrics snippets;
  private final Histogram looks;
  private final Gauge manifestFiles;
  private final Gauge manifestProblems;

  DirectoryMetrics(Families families, SnippetMetrics snippets) {
    this.snippets = snippets;
    looks =
        families.histogram(
            "jaas_manifest_look_seconds",
            "Time that looking at the folder of manifests took.",
            Families.bounds(.001, .005, .01, .05, .1, .25, .5, 1, 2, 5, 10));
    manifestFiles = families.gauge("jaas_manifest_files", "Files with manifests now.");
    manifestProblems = families.gauge("jaas_manifest_problems", "Problems in the manifests now.");
  }

  /** Also tells how much there is to do. */
  public void watch(DoubleSupplier waiting, DoubleSupplier underWay) {
    snippets.watch(waiting, underWay);
  }

  @Override
  public void began(Turn<ResourceName> turn) {
    snippets.began(turn);
  }

  @Override
  public void rendered(ResourceName snippet, long bytes) {
    snippets.rendered(snippet, bytes);
  }

  @Override
  public void ended(SnippetStatus status, boolean changed, List<String> notes) {
    status.ready().ifPresent(ready -> snippets.ended(status.name(), ready.met(), ready.reason()));
  }

  @Override
  public void deferred(ResourceName snippet, Deferral cause, String message) {
    snippets.deferred(snippet, cause);
  }

  @Override
  public void withdrawn(ResourceName snippet) {
    snippets.withdrawn(snippet);
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
    looks.observe(Families.seconds(took));
  }

  @Override
  public void problems(List<String> problems) {
    manifestProblems.set(problems.size());
  }
}
