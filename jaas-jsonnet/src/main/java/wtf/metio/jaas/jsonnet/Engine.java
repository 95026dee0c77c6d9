// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet;

import java.util.Collection;
import java.util.List;
import wtf.metio.jaas.jsonnet.natives.NativeFunction;

/**
 * Evaluates programs.
 *
 * <p>One engine serves any number of threads; an evaluation runs on the thread that asks for it,
 * which needs a stack of {@link #stackBytes}. A program that fails, loops or asks for too much ends
 * with an {@link Outcome}, never with an exception.
 */
public final class Engine {

  private final List<NativeFunction> natives;

  /** An engine that offers these functions under {@code std.native}. */
  public Engine(Collection<NativeFunction> natives) {
    this.natives = List.copyOf(natives);
  }

  /**
   * The stack that a thread needs to use {@code maxStack} frames, to be given to the constructor of
   * the thread. On a smaller one, deep programs fail early with the same message.
   */
  public static long stackBytes(int maxStack) {
    return Math.max(64L << 20, maxStack * (4L << 10));
  }

  /** Evaluates a program and writes its value. */
  public Outcome evaluate(Job job) {
    throw new UnsupportedOperationException(natives.size() + job.fileName());
  }
}
