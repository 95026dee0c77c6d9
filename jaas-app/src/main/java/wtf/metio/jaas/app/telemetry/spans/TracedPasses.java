// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry.spans;

import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Deferral;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.reconcile.observation.PassTrace;
import wtf.metio.jaas.operator.reconcile.observation.ReconcileListener;
import wtf.metio.jaas.operator.reconcile.withdrawal.ForceCause;
import wtf.metio.jaas.work.Turn;

/** Has passes over snippets recorded; what became of them is counted and logged elsewhere. */
public record TracedPasses(Tracing tracing) implements ReconcileListener {

  @Override
  public void traced(PassTrace trace) {
    tracing.passed(trace);
  }

  @Override
  public void began(Turn<ResourceName> turn) {}

  @Override
  public void rendered(ResourceName snippet, long bytes) {}

  @Override
  public void ended(
      ResourceName snippet, boolean ready, Reason reason, String message, boolean changed) {}

  @Override
  public void deferred(ResourceName snippet, Deferral cause, String message) {}

  @Override
  public void withdrawn(ResourceName snippet) {}

  @Override
  public void forced(ResourceName snippet, ForceCause cause, String message) {}

  @Override
  public void failed(ResourceName snippet, String message) {}

  @Override
  public void broke(ResourceName snippet, Throwable defect) {}
}
