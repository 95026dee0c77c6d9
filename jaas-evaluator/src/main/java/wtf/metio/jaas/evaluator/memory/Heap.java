// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.memory;

/** What the guard wants to know of the machine it runs in. */
interface Heap {

  /** How many bytes there may be at most. */
  long maximum();

  /** How many are taken, garbage included; cheap. */
  long used();

  /** Collects garbage; afterwards {@link #used} is what is really held, or nearly so. */
  void collect();

  /** How many bytes a thread has allocated since it began; zero if nobody can tell. */
  long allocatedBy(long threadId);

  /** The heap of this process. */
  Heap OF_THIS_PROCESS = new ProcessHeap();
}
