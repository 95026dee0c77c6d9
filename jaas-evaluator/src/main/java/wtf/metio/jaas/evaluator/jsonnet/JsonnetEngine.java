// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.jsonnet;

import java.time.Duration;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.domain.evaluation.EvaluationLimits;
import wtf.metio.jaas.domain.evaluation.EvaluationRequest;
import wtf.metio.jaas.evaluator.EvaluationEngine;
import wtf.metio.jaas.evaluator.imports.TreeImporter;
import wtf.metio.jaas.evaluator.memory.HeapGuard;
import wtf.metio.jaas.jsonnet.Engine;

/** Evaluates with our own engine, under the guard of the heap. */
public final class JsonnetEngine implements EvaluationEngine {

  /** It looks up every few ten microseconds; this is for a machine that has no time for it. */
  private static final Duration GRACE = Duration.ofMillis(400);

  private final Engine engine;
  private final HeapGuard guard;

  /** Evaluates with this engine, which others may use as well. */
  public JsonnetEngine(Engine engine, HeapGuard guard) {
    this.engine = engine;
    this.guard = guard;
  }

  @Override
  public Evaluation evaluate(EvaluationRequest request, Cancellation cancellation) {
    var importer = new TreeImporter(request.program(), request.limits().maxSourceBytes());
    var messages = new TraceMessages();
    try (var ticket = guard.admit()) {
      var translation = new JobTranslation(request, importer);
      return translation.evaluation(engine, cancellation, ticket, messages);
    }
  }

  @Override
  public long stackBytes(EvaluationLimits limits) {
    return Engine.stackBytes(limits.maxStack());
  }

  @Override
  public Duration grace() {
    return GRACE;
  }
}
