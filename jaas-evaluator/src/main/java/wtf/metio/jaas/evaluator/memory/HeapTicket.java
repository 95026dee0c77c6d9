// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.memory;

import wtf.metio.jaas.jsonnet.MemoryGuard;

/** One evaluation under a {@link HeapGuard}; used by its thread alone, but for {@link #end}. */
public final class HeapTicket implements MemoryGuard, AutoCloseable {

  private final HeapGuard guard;
  private final long thread;
  private final long allocatedBefore;
  private volatile boolean hasToGo;
  private volatile long leavingUntil;
  private volatile long promised;

  HeapTicket(HeapGuard guard, long thread, long allocatedBefore) {
    this.guard = guard;
    this.thread = thread;
    this.allocatedBefore = allocatedBefore;
  }

  @Override
  public boolean mayGoOn() {
    // What was promised has been made by now, so it is seen in the heap.
    settle();
    if (!guard.hasRoom()) {
      guard.makeRoom(this);
    }
    return !hasToGo;
  }

  @Override
  public boolean grants(long bytes) {
    settle();
    if (!guard.canEverFit(bytes)) {
      return false;
    }
    promised = bytes;
    guard.promise(bytes);
    return (guard.hasRoom() || guard.makeRoom(this)) && !hasToGo;
  }

  /** Ends the watch. */
  @Override
  public void close() {
    settle();
    guard.leave(this);
  }

  boolean hasToGo() {
    return hasToGo;
  }

  /** Has it go for a reason of its own. */
  void end() {
    end(System.nanoTime());
  }

  /** Has it go; the others wait until that moment for its memory. */
  void end(long until) {
    leavingUntil = until;
    hasToGo = true;
  }

  /** Whether it has to go and may still be on its way out. */
  boolean isLeaving() {
    return hasToGo && System.nanoTime() < leavingUntil;
  }

  long thread() {
    return thread;
  }

  long allocatedBefore() {
    return allocatedBefore;
  }

  long promised() {
    return promised;
  }

  private void settle() {
    if (promised > 0) {
      guard.promise(-promised);
      promised = 0;
    }
  }
}
