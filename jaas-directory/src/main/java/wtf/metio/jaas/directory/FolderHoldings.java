// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import wtf.metio.jaas.directory.catalogue.Catalogue;
import wtf.metio.jaas.directory.pass.Passes;
import wtf.metio.jaas.directory.pass.Statuses;
import wtf.metio.jaas.directory.status.Ready;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.work.Lane;
import wtf.metio.jaas.work.WorkQueue;
import wtf.metio.jaas.work.upkeep.Holdings;

/** What the snippets of a folder have in the store. */
record FolderHoldings(
    Statuses statuses, Supplier<Catalogue> catalogue, WorkQueue<ResourceName> queue, Passes passes)
    implements Holdings {

  @Override
  public Map<ResourceName, StoredArchive> announced() {
    var announced = new HashMap<ResourceName, StoredArchive>();
    statuses
        .all()
        .forEach(
            (name, status) ->
                status.ledger().announced().ifPresent(archive -> announced.put(name, archive)));
    return announced;
  }

  @Override
  public Set<ResourceName> owners() {
    var owners = new HashSet<>(statuses.all().keySet());
    owners.addAll(catalogue.get().snippets().keySet());
    return owners;
  }

  @Override
  public void lost(ResourceName owner) {
    queue.add(owner, Lane.CHANGE);
  }

  @Override
  public void found(ResourceName owner) {
    // It was served by its address all the time, as soon as it was there.
  }

  @Override
  public void damaged(ResourceName owner) {
    passes.distrust(owner);
    queue.add(owner, Lane.CHANGE);
  }

  @Override
  public void recovered() {
    statuses.saveAgain();
    statuses.all().values().stream()
        .filter(
            status ->
                status
                    .ready()
                    .map(Ready::reason)
                    .filter(Reason.STORAGE_OPERATION_FAILED::equals)
                    .isPresent())
        .forEach(status -> queue.add(status.name(), Lane.CHANGE));
  }
}
