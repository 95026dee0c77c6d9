// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.jsonnet;

import java.time.Duration;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.domain.evaluation.EvaluationLimits;
import wtf.metio.jaas.domain.evaluation.EvaluationRequest;
import wtf.metio.jaas.domain.evaluation.SyntaxCheck;
import wtf.metio.jaas.evaluator.CacheNumbers;
import wtf.metio.jaas.evaluator.Deadline;
import wtf.metio.jaas.evaluator.EvaluationEngine;
import wtf.metio.jaas.evaluator.Turns;
import wtf.metio.jaas.evaluator.imports.TreeImporter;
import wtf.metio.jaas.evaluator.memory.HeapGuard;
import wtf.metio.jaas.evaluator.memory.HeapTicket;
import wtf.metio.jaas.jsonnet.Engine;
import wtf.metio.jaas.jsonnet.MemoryGuard;

/** Evaluates with our own engine, under the guard of the heap. */
public final class JsonnetEngine implements EvaluationEngine {

  /** It looks up every few ten microseconds; this is for a machine that has no time for it. */
  private static final Duration GRACE = Duration.ofMillis(100);

  private final Engine engine;
  private final HeapGuard guard;
  private final Turns turns;

  /** Evaluates with this engine, which others may use as well. */
  public JsonnetEngine(Engine engine, HeapGuard guard, Turns turns) {
    this.engine = engine;
    this.guard = guard;
    this.turns = turns;
  }

  @Override
  public Evaluation evaluate(
      EvaluationRequest request, Deadline deadline, Cancellation cancellation) {
    var importer = new TreeImporter(request.program(), request.limits().maxSourceBytes());
    var messages = new TraceMessages();
    try (var ticket = guard.admit();
        var turn = turns.begin(request.caller(), deadline, cancellation)) {
      var translation = new JobTranslation(request, importer, deadline);
      var supervision = new Supervision(ticket, turn);
      return translation.evaluation(engine, cancellation, supervision, messages);
    }
  }

  /** Heap and processors, which an evaluation shares with others. */
  private record Supervision(HeapTicket ticket, Turns.Turn turn) implements MemoryGuard {

    @Override
    public boolean mayGoOn() {
      turn.pass();
      return ticket.mayGoOn();
    }

    @Override
    public boolean grants(long bytes) {
      return ticket.grants(bytes);
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

  @Override
  public SyntaxCheck syntax() {
    return new JsonnetSyntax(engine, guard);
  }

  @Override
  public CacheNumbers programCache() {
    var numbers = engine.programCache();
    return new CacheNumbers(
        numbers.hits(), numbers.misses(), numbers.evictions(), numbers.entries(), numbers.bytes());
  }
}
