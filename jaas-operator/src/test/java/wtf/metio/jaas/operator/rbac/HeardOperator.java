// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.rbac;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import wtf.metio.jaas.domain.artifact.StoreHealth;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Deferral;
import wtf.metio.jaas.domain.publication.Tenant;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.OperatorListeners;
import wtf.metio.jaas.operator.feed.Selection;
import wtf.metio.jaas.operator.kube.RequestListener;
import wtf.metio.jaas.operator.leader.LeaderListener;
import wtf.metio.jaas.operator.reconcile.event.EventListener;
import wtf.metio.jaas.operator.reconcile.library.LibraryListener;
import wtf.metio.jaas.operator.reconcile.observation.PassTrace;
import wtf.metio.jaas.operator.reconcile.observation.ReconcileListener;
import wtf.metio.jaas.operator.reconcile.withdrawal.ForceCause;
import wtf.metio.jaas.operator.tenant.TenantListener;
import wtf.metio.jaas.operator.watch.WatchListener;
import wtf.metio.jaas.work.Turn;
import wtf.metio.jaas.work.upkeep.UpkeepListener;

/** Writes down what goes wrong in an operator, a line each, as its log would. */
final class HeardOperator
    implements ReconcileListener,
        WatchListener,
        TenantListener,
        EventListener,
        UpkeepListener,
        RequestListener {

  private static final int FORBIDDEN = 403;

  final List<String> complaints = new CopyOnWriteArrayList<>();

  /** Verb and resource of everything that was asked. */
  final List<String> requests = new CopyOnWriteArrayList<>();

  OperatorListeners listeners() {
    return new OperatorListeners(this, new Libraries(), this, this, this, new Leading(), this);
  }

  /** How often something was asked. */
  long count(String request) {
    return requests.stream().filter(request::equals).count();
  }

  @Override
  public void asked(Request request) {
    var part = request.subresource().isEmpty() ? "" : '/' + request.subresource();
    var line = request.verb() + ' ' + request.resource() + part;
    requests.add(line);
    if (request.code() == FORBIDDEN) {
      complaints.add("refused: " + line);
    }
  }

  @Override
  public void interrupted(Selection selection, String why, Duration pause) {
    complaints.add("watch interrupted: " + why);
  }

  @Override
  public void failed(ResourceName snippet, String message) {
    complaints.add("pass failed: " + message);
  }

  @Override
  public void ended(
      ResourceName snippet, boolean ready, Reason reason, String message, boolean changed) {
    if (!ready) {
      complaints.add("snippet not ready, " + reason.text() + ": " + message);
    }
  }

  @Override
  public void mintFailed(Tenant tenant, String message) {
    complaints.add("token not made: " + message);
  }

  @Override
  public void dropped(String reason, String why) {
    complaints.add("event dropped: " + why);
  }

  @Override
  public void broke(ResourceName snippet, Throwable defect) {
    complaints.add("pass broke: " + defect);
  }

  @Override
  public void broke(String chore, Throwable defect) {
    complaints.add("chore broke: " + defect);
  }

  private final class Libraries implements LibraryListener {

    @Override
    public void ended(ResourceName library, boolean ready, Reason reason, String message) {}

    @Override
    public void failed(ResourceName library, String message) {
      complaints.add("library not written: " + message);
    }

    @Override
    public void broke(ResourceName library, Throwable defect) {
      complaints.add("library broke: " + defect);
    }
  }

  private final class Leading implements LeaderListener {

    @Override
    public void leads() {}

    @Override
    public void leadsNoMore(String why) {}

    @Override
    public void follows(String holder) {}

    @Override
    public void failed(String message) {
      complaints.add("lease not written: " + message);
    }
  }

  @Override
  public void began(Turn<ResourceName> turn) {}

  @Override
  public void rendered(ResourceName snippet, long bytes) {}

  @Override
  public void deferred(ResourceName snippet, Deferral cause, String message) {}

  @Override
  public void withdrawn(ResourceName snippet) {}

  @Override
  public void forced(ResourceName snippet, ForceCause cause, String message) {}

  @Override
  public void traced(PassTrace trace) {}

  @Override
  public void minted(Tenant tenant) {}

  @Override
  public void health(StoreHealth now) {}

  @Override
  public void lost(ResourceName owner) {}

  @Override
  public void damaged(ResourceName owner) {}

  @Override
  public void orphans(Set<ResourceName> owners) {}

  @Override
  public void removed(ResourceName owner, int archives) {}
}
