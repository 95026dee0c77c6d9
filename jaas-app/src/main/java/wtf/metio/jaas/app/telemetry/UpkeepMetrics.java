// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import java.util.Arrays;
import java.util.Set;
import wtf.metio.jaas.domain.artifact.StoreHealth;
import wtf.metio.jaas.domain.artifact.StoreProblem;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.work.upkeep.UpkeepListener;

/** How the store does. */
public final class UpkeepMetrics implements UpkeepListener {

  private final Gauge health;
  private final Counter lost;
  private final Counter damaged;
  private final Gauge orphans;
  private final Counter removed;

  UpkeepMetrics(Families families) {
    health =
        families.gauge(
            "jaas_storage_problem",
            "1 for what is wrong with the store now, by the last probe.",
            "problem");
    Arrays.stream(StoreProblem.values()).map(Families::word).forEach(health::initLabelValues);
    lost =
        families.counter(
            "jaas_storage_lost_total", "Announced archives that were not in the store.");
    damaged =
        families.counter("jaas_storage_damaged_total", "Announced archives that were damaged.");
    orphans =
        families.gauge(
            "jaas_storage_orphans", "Owners of archives in the store whom nobody describes.");
    removed =
        families.counter(
            "jaas_storage_orphans_removed_total", "Archives removed because nobody owned them.");
  }

  @Override
  public void health(StoreHealth now) {
    for (var problem : StoreProblem.values()) {
      boolean is = now instanceof StoreHealth.Ill(var found, _) && found == problem;
      health.labelValues(Families.word(problem)).set(is ? 1 : 0);
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
  public void removed(ResourceName owner, int archives) {
    removed.inc(archives);
  }

  @Override
  public void broke(String chore, Throwable defect) {
    // The log tells.
  }
}
