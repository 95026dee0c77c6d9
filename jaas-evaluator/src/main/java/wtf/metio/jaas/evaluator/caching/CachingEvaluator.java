// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.caching;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.domain.evaluation.EvaluationRequest;
import wtf.metio.jaas.domain.evaluation.Evaluator;
import wtf.metio.jaas.evaluator.CacheNumbers;
import wtf.metio.jaas.evaluator.GatedEvaluator;
import wtf.metio.jaas.evaluator.Lane;

/**
 * Answers what it can without an evaluation.
 *
 * <p>An answer is given again as long as an evaluation that began after the question would give the
 * same: whoever changes a file sees the change in the answer to the next question. Those who ask
 * for the same at the same time share one evaluation under the same condition. Failures are shared
 * with those who wait for them and kept for nobody; who ran into a limit is held back for a while,
 * see {@link Offenders}.
 */
public final class CachingEvaluator implements Evaluator {

  /** Results take no more than this by default. */
  private static final long MAX_DEFAULT_BYTES = 64L << 20;

  /** And no more than this share of the heap. */
  private static final int DEFAULT_SHARE = 16;

  private final GatedEvaluator gate;
  private final boolean sharing;
  private final ResultCache results;
  private final Flights flights = new Flights();
  private final Offenders offenders;
  private final LongAdder heldBack = new LongAdder();
  private volatile boolean closed;

  /**
   * Caches in front of a gate, which is closed with this evaluator.
   *
   * @param resultBytes memory for results; zero for an evaluation of its own for every question
   */
  public CachingEvaluator(GatedEvaluator gate, long resultBytes) {
    this(gate, resultBytes, System::nanoTime);
  }

  CachingEvaluator(GatedEvaluator gate, long resultBytes, LongSupplier ticks) {
    this.gate = gate;
    sharing = resultBytes > 0;
    results = new ResultCache(resultBytes);
    offenders = new Offenders(ticks);
  }

  /**
   * What results may take if nobody says.
   *
   * @param heap bytes of the heap at the most
   */
  public static long defaultBytes(long heap) {
    return Math.min(MAX_DEFAULT_BYTES, heap / DEFAULT_SHARE);
  }

  @Override
  public Evaluation evaluate(EvaluationRequest request, Cancellation cancellation) {
    var question = Question.of(request, cancellation);
    if (closed) {
      throw new IllegalStateException("the evaluator is closed");
    }
    if (cancellation.requested()) {
      return question.cancelled();
    }
    var known = sharing ? results.find(question.key(), question.asked()) : null;
    return known != null ? known : judged(question);
  }

  private Evaluation judged(Question question) {
    return switch (offenders.judge(question.key(), question.asked())) {
      case Offenders.Verdict.HoldBack(var remaining) -> {
        heldBack.increment();
        yield new Evaluation.Refused(0, remaining);
      }
      case Offenders.Verdict.Try(var lane) ->
          sharing
              ? shared(question, lane)
              : alone(question, question.cancellation(), lane).evaluation();
    };
  }

  // At most twice: whatever flies after a flight that was already under way began after the
  // question.
  private Evaluation shared(Question question, Lane lane) {
    Flight flight;
    Flight.Landing landing;
    do {
      flight = flights.board(question.key(), own -> alone(question, own.stop(), lane));
      landing = flight.await(question);
    } while (!question.isBefore(flight.begun()) && !landing.reads().stillHold(question.asked()));
    return landing.evaluation();
  }

  private Flight.Landing alone(Question question, Cancellation cancellation, Lane lane) {
    var log = new ReadLog();
    var evaluation = gate.evaluate(log.watched(question.request()), cancellation, lane);
    var landing = new Flight.Landing(evaluation, log.taken());
    note(question.key(), landing);
    return landing;
  }

  private void note(ResultKey key, Flight.Landing landing) {
    offenders.ended(key, landing.evaluation(), landing.reads());
    if (sharing && landing.evaluation() instanceof Evaluation.Rendered rendered) {
      results.keep(key, rendered, landing.reads());
    }
  }

  @Override
  public void close() {
    closed = true;
    gate.close();
  }

  /** How the memory of results does. */
  public CacheNumbers results() {
    return results.numbers();
  }

  /** How many questions so far were answered by an evaluation that was already under way. */
  public long joined() {
    return flights.joined();
  }

  /** How many questions so far were refused because they had run into a limit before. */
  public long heldBack() {
    return heldBack.sum();
  }

  /** How many requests are remembered now because they ran into a limit. */
  public int offenders() {
    return offenders.size();
  }
}
