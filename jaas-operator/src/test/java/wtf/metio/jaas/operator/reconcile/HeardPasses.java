// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Deferral;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.reconcile.event.EventListener;
import wtf.metio.jaas.operator.reconcile.library.LibraryListener;
import wtf.metio.jaas.operator.reconcile.observation.PassTrace;
import wtf.metio.jaas.operator.reconcile.observation.ReconcileListener;
import wtf.metio.jaas.operator.reconcile.withdrawal.ForceCause;
import wtf.metio.jaas.work.Turn;

/** Notes everything as lines. */
final class HeardPasses implements ReconcileListener, EventListener {

  final List<String> lines = new CopyOnWriteArrayList<>();
  final List<PassTrace> traces = new CopyOnWriteArrayList<>();
  final LibraryListener libraries = new HeardLibraries();

  private final class HeardLibraries implements LibraryListener {

    @Override
    public void ended(ResourceName library, boolean ready, Reason reason, String message) {
      lines.add("library " + library + ' ' + reason.text());
    }

    @Override
    public void failed(ResourceName library, String message) {
      lines.add("library " + library + " failed: " + message);
    }

    @Override
    public void broke(ResourceName library, Throwable defect) {
      throw new AssertionError(library.toString(), defect);
    }
  }

  @Override
  public void began(Turn<ResourceName> turn) {
    lines.add("began " + turn.key() + ' ' + turn.lane());
  }

  @Override
  public void rendered(ResourceName snippet, long bytes) {
    lines.add("rendered " + snippet + ' ' + bytes);
  }

  @Override
  public void ended(
      ResourceName snippet, boolean ready, Reason reason, String message, boolean changed) {
    lines.add("ended " + snippet + ' ' + reason.text() + (changed ? "" : " as before"));
  }

  @Override
  public void deferred(ResourceName snippet, Deferral cause, String message) {
    lines.add("deferred " + snippet + ' ' + cause.text());
  }

  @Override
  public void withdrawn(ResourceName snippet) {
    lines.add("withdrawn " + snippet);
  }

  @Override
  public void forced(ResourceName snippet, ForceCause cause, String message) {
    lines.add("forced " + snippet + ' ' + cause.text());
  }

  @Override
  public void failed(ResourceName snippet, String message) {
    lines.add("failed " + snippet + ": " + message);
  }

  @Override
  public void broke(ResourceName snippet, Throwable defect) {
    throw new AssertionError(snippet.toString(), defect);
  }

  @Override
  public void traced(PassTrace trace) {
    traces.add(trace);
  }

  @Override
  public void dropped(String reason, String why) {
    lines.add("dropped " + reason);
  }
}
