// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Ledger;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.reconcile.writing.Conditions;
import wtf.metio.jaas.operator.resource.SnippetResource;
import wtf.metio.jaas.operator.watch.Cluster;
import wtf.metio.jaas.work.Lane;
import wtf.metio.jaas.work.upkeep.Holdings;

/**
 * What the snippets of the cluster have in the store.
 *
 * @param running empty between terms; then losses are told to nobody, and found again
 */
record ClusterHoldings(Cluster cluster, Supplier<Optional<Running>> running) implements Holdings {

  @Override
  public Map<ResourceName, StoredArchive> announced() {
    var announced = new HashMap<ResourceName, StoredArchive>();
    for (var name : cluster.snippets()) {
      cluster
          .snippet(name)
          .filter(snippet -> !snippet.object().isLeaving())
          .flatMap(snippet -> ledger(snippet).announced())
          .ifPresent(archive -> announced.put(name, archive));
    }
    return announced;
  }

  private Ledger ledger(SnippetResource snippet) {
    return running.get().map(now -> now.memory().ledger(snippet)).orElseGet(snippet::ledger);
  }

  @Override
  public Set<ResourceName> owners() {
    return new HashSet<>(cluster.snippets());
  }

  @Override
  public void lost(ResourceName owner) {
    running.get().ifPresent(now -> now.snippets().add(owner, Lane.CHANGE));
  }

  @Override
  public void found(ResourceName owner) {
    lost(owner);
  }

  @Override
  public void damaged(ResourceName owner) {
    running
        .get()
        .ifPresent(
            now -> {
              now.memory().distrust(owner);
              now.snippets().add(owner, Lane.CHANGE);
            });
  }

  @Override
  public void recovered() {
    running
        .get()
        .ifPresent(
            now ->
                cluster.snippets().stream()
                    .filter(this::waitsForTheStore)
                    .forEach(name -> now.snippets().add(name, Lane.CHANGE)));
  }

  private boolean waitsForTheStore(ResourceName name) {
    return cluster
        .snippet(name)
        .filter(
            snippet ->
                snippet.object().isLeaving()
                    || Conditions.of(snippet.object())
                        .isNotReady(Reason.STORAGE_OPERATION_FAILED.text()))
        .isPresent();
  }
}
