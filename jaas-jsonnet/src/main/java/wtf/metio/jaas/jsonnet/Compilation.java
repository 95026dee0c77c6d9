// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.compile.CompiledProgram;
import wtf.metio.jaas.jsonnet.diagnostics.Checkpoint;

/** A program that one thread compiles and others wait for. */
final class Compilation {

  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable CompiledProgram program;

  /** Ends the waiting of the others. */
  void succeed(CompiledProgram compiled) {
    program = compiled;
    ended.countDown();
  }

  /** Ends the waiting of the others without a program; again or after success it has no effect. */
  void end() {
    ended.countDown();
  }

  /**
   * Waits for the end, and looks at the checkpoint meanwhile.
   *
   * @return null if there is no program, be it that the text is none or that the other thread had
   *     to end, which does not concern this one
   */
  @Nullable CompiledProgram await(Checkpoint checkpoint) {
    try {
      while (!ended.await(1, TimeUnit.MILLISECONDS)) {
        checkpoint.check();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return program;
  }
}
