// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import wtf.metio.jaas.jsonnet.diagnostics.FailureKind;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.runtime.Budget;

/** Deadline, cancellation, steps and memory of one evaluation. */
final class EvaluationBudget implements Budget {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** The longest string or array that an evaluation may ask for; what is larger is a mistake. */
  private static final long LARGEST = Runtime.getRuntime().maxMemory() / 4;

  private final Job job;
  private final long started = System.nanoTime();
  private final long allowed;
  private final long allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
  private long steps;

  EvaluationBudget(Job job) {
    this.job = job;
    this.allowed = job.limits().timeout().toNanos();
  }

  @Override
  public void spend(long count) {
    steps += count;
    long most = job.limits().maxSteps();
    if (most > 0 && steps > most) {
      throw limit("the evaluation took more than " + most + " steps");
    }
    if (job.cancelled().getAsBoolean()) {
      throw new JsonnetException(FailureKind.CANCELLED, "the evaluation was cancelled");
    }
    if (allowed > 0 && System.nanoTime() - started > allowed) {
      throw new JsonnetException(
          FailureKind.TIMEOUT,
          "the evaluation took more than " + TimeUnit.NANOSECONDS.toMillis(allowed) + " ms");
    }
    if (!job.memory().mayGoOn()) {
      throw limit("the evaluation was ended because memory ran short and it had taken the most");
    }
  }

  @Override
  public void reserve(long bytes) {
    if (bytes > LARGEST || !job.memory().grants(bytes)) {
      throw limit("a single value of " + bytes + " bytes is too large");
    }
  }

  private static JsonnetException limit(String text) {
    return new JsonnetException(FailureKind.LIMIT, text);
  }

  /** Steps that were told of until now. */
  long steps() {
    return steps;
  }

  /** What was used until now. */
  Usage usage(long unspent, Phases phases) {
    return new Usage(
        steps + unspent,
        THREADS.getCurrentThreadAllocatedBytes() - allocatedBefore,
        Duration.ofNanos(System.nanoTime() - started),
        phases);
  }
}
