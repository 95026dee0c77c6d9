// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile.recording;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/**
 * What is read at each change from one piece to another.
 *
 * @param nanos a clock
 * @param steps of the evaluation so far
 * @param bytes that the thread has allocated so far
 */
record Meters(LongSupplier nanos, LongSupplier steps, LongSupplier bytes) {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** The meters of this process and thread. */
  static Meters ofThisThread(LongSupplier steps) {
    return new Meters(System::nanoTime, steps, THREADS::getCurrentThreadAllocatedBytes);
  }
}
