// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.operating;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wtf.metio.jaas.domain.publication.Tenant;
import wtf.metio.jaas.operator.feed.Selection;
import wtf.metio.jaas.operator.kube.ResourceType;
import wtf.metio.jaas.operator.leader.LeaderListener;
import wtf.metio.jaas.operator.reconcile.event.EventListener;
import wtf.metio.jaas.operator.tenant.TenantListener;
import wtf.metio.jaas.operator.watch.WatchListener;

/** Writes what happens between this process and an API server. */
public final class ClusterLog
    implements WatchListener, LeaderListener, TenantListener, EventListener {

  private static final Logger LOG = LoggerFactory.getLogger(ClusterLog.class);

  /** Kinds that are waited for; a look at each, now and then, is not worth a line. */
  private final Set<Selection> awaited = ConcurrentHashMap.newKeySet();

  @Override
  public void listed(Selection selection, int objects, Duration took) {
    awaited.remove(selection);
    LOG.atDebug()
        .addKeyValue("resource", selection)
        .addKeyValue("count", objects)
        .addKeyValue("elapsed", took)
        .log("Listed");
  }

  @Override
  public void interrupted(Selection selection, String why, Duration pause) {
    LOG.atWarn()
        .addKeyValue("resource", selection)
        .addKeyValue("reason", why)
        .addKeyValue("retry-after", pause)
        .log("Watch is interrupted");
  }

  @Override
  public void silent(Selection selection) {
    LOG.atWarn().addKeyValue("resource", selection).log("Watch is silent, starting it again");
  }

  @Override
  public void lost(Selection selection, String why) {
    LOG.atInfo()
        .addKeyValue("resource", selection)
        .addKeyValue("reason", why)
        .log("Watch lost its place, listing anew");
  }

  @Override
  public void absent(Selection selection) {
    if (awaited.add(selection)) {
      LOG.atWarn().addKeyValue("resource", selection).log("Kind is not installed, waiting for it");
    }
  }

  @Override
  public void broke(Selection selection, Throwable defect) {
    LOG.atError().setCause(defect).addKeyValue("resource", selection).log("A watch broke");
  }

  @Override
  public void engagementFailed(ResourceType type, String message) {
    LOG.atWarn()
        .addKeyValue("resource", type.qualified())
        .addKeyValue("error", message)
        .log("Kind is installed, but cannot be watched");
  }

  @Override
  public void leads() {
    LOG.info("This replica leads");
  }

  @Override
  public void leadsNoMore(String why) {
    LOG.atInfo().addKeyValue("reason", why).log("This replica leads no more");
  }

  @Override
  public void follows(String holder) {
    LOG.atInfo().addKeyValue("holder", holder).log("Another replica leads");
  }

  @Override
  public void failed(String message) {
    LOG.atWarn().addKeyValue("error", message).log("Cannot read or write the lease");
  }

  @Override
  public void minted(Tenant tenant) {
    LOG.atDebug()
        .addKeyValue("namespace", tenant.namespace())
        .addKeyValue("serviceAccount", tenant.serviceAccount())
        .log("Got a token");
  }

  @Override
  public void mintFailed(Tenant tenant, String message) {
    LOG.atWarn()
        .addKeyValue("namespace", tenant.namespace())
        .addKeyValue("serviceAccount", tenant.serviceAccount())
        .addKeyValue("error", message)
        .log("Cannot get a token");
  }

  @Override
  public void dropped(String reason, String why) {
    LOG.atWarn().addKeyValue("reason", reason).addKeyValue("error", why).log("Event is dropped");
  }
}
