// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.evaluation;

import java.util.ArrayList;
import java.util.List;

/** A {@link Cancellation} and the switch that requests it. */
public final class CancellationSwitch implements Cancellation {

  private final List<Runnable> actions = new ArrayList<>();
  private volatile boolean requested;

  /** Requests the cancellation; again it has no effect. The actions run before this returns. */
  public void cancel() {
    List<Runnable> due;
    synchronized (actions) {
      requested = true;
      due = List.copyOf(actions);
      actions.clear();
    }
    due.forEach(Runnable::run);
  }

  @Override
  public boolean requested() {
    return requested;
  }

  @Override
  public Registration onRequest(Runnable action) {
    synchronized (actions) {
      if (!requested) {
        actions.add(action);
        return () -> forget(action);
      }
    }
    action.run();
    return () -> {};
  }

  private void forget(Runnable action) {
    synchronized (actions) {
      actions.remove(action);
    }
  }
}
