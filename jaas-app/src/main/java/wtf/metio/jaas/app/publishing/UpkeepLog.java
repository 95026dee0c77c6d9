// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.publishing;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wtf.metio.jaas.domain.artifact.StoreHealth;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.work.upkeep.UpkeepListener;

/** Writes a line for everything that is wrong with the store, and when it is not any more. */
public final class UpkeepLog implements UpkeepListener {

  private static final Logger LOG = LoggerFactory.getLogger(UpkeepLog.class);

  /** Of many of a kind a few are enough to know where to look. */
  private static final int SHOWN = 20;

  @Override
  public void health(StoreHealth now) {
    switch (now) {
      case StoreHealth.Well() -> LOG.info("Store works");
      case StoreHealth.Ill(var problem, var message) ->
          LOG.atWarn()
              .addKeyValue("problem", problem)
              .addKeyValue("error", message)
              .log("Store does not work");
    }
  }

  @Override
  public void lost(ResourceName owner) {
    SnippetLines.about(LOG.atWarn(), owner).log("Archive is not in the store, making it again");
  }

  @Override
  public void damaged(ResourceName owner) {
    SnippetLines.about(LOG.atWarn(), owner).log("Archive is damaged, making it again");
  }

  @Override
  public void orphans(Set<ResourceName> owners) {
    if (!owners.isEmpty()) {
      LOG.atWarn()
          .addKeyValue("count", owners.size())
          .addKeyValue("owners", owners.stream().limit(SHOWN).toList())
          .log("Archives in the store belong to nobody who is described");
    }
  }

  @Override
  public void removed(ResourceName owner, int archives) {
    SnippetLines.about(LOG.atInfo(), owner)
        .addKeyValue("count", archives)
        .log("Archives that belonged to nobody are removed");
  }

  @Override
  public void broke(String chore, Throwable defect) {
    LOG.atError().setCause(defect).addKeyValue("chore", chore).log("A chore broke");
  }
}
