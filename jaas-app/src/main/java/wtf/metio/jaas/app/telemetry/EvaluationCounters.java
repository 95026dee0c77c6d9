// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry;

import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wtf.metio.jaas.domain.evaluation.EvaluationRequest;
import wtf.metio.jaas.evaluator.EvaluationListener;

/** Counts evaluations that nobody waits for any more, and logs those that broke the engine. */
public final class EvaluationCounters implements EvaluationListener {

  private static final Logger LOG = LoggerFactory.getLogger(EvaluationCounters.class);

  private final AtomicInteger leftRunning = new AtomicInteger();

  /** How many still run although their callers have their answers. */
  public int stillRunning() {
    return leftRunning.get();
  }

  @Override
  public void leftRunning(EvaluationRequest request) {
    leftRunning.incrementAndGet();
  }

  @Override
  public void leftRunningEnded(EvaluationRequest request) {
    leftRunning.decrementAndGet();
  }

  @Override
  public void broke(EvaluationRequest request, Throwable defect) {
    LOG.atError()
        .setCause(defect)
        .addKeyValue("panic", defect.toString())
        .addKeyValue("file-name", request.program().label())
        .log("jsonnet evaluation panicked");
  }
}
