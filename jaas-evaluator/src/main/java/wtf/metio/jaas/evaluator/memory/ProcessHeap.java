// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.memory;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The heap of this process, without the space where objects begin their life.
 *
 * <p>That space fills with garbage and is emptied all the time, which says nothing about how much
 * is held: counting it made the guard collect the whole heap several times a second.
 */
final class ProcessHeap implements Heap {

  /** Asking the pools takes a microsecond and is asked for a hundred thousand times a second. */
  private static final long KEPT = Duration.ofMillis(1).toNanos();

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Runtime runtime = Runtime.getRuntime();
  private final List<MemoryPoolMXBean> pools =
      ManagementFactory.getMemoryPoolMXBeans().stream().filter(ProcessHeap::keeps).toList();

  // Two threads may renew them at once: both write what is true.
  private volatile long used;
  private volatile long renewed = System.nanoTime() - KEPT;

  private static boolean keeps(MemoryPoolMXBean pool) {
    var name = pool.getName().toLowerCase(Locale.ROOT);
    return pool.getType() == MemoryType.HEAP
        && !name.startsWith("g1 eden")
        && !name.startsWith("g1 survivor");
  }

  @Override
  public long maximum() {
    return runtime.maxMemory();
  }

  @Override
  public long used() {
    long now = System.nanoTime();
    if (now - renewed >= KEPT) {
      renewed = now;
      used = pools.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    }
    return used;
  }

  @Override
  public void collect() {
    runtime.gc();
    renewed = System.nanoTime() - KEPT;
  }

  @Override
  public long allocatedBy(long threadId) {
    return Math.max(0, THREADS.getThreadAllocatedBytes(threadId));
  }
}
