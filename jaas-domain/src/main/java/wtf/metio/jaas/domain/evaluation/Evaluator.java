// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.evaluation;

/**
 * Evaluates Jsonnet programs, within limits.
 *
 * <p>One program never harms another: whatever it does, it ends within its deadline or with the
 * caller's leave, uses no more than its limits say and has no effect but its outcome. Equal
 * requests over equal files give equal output.
 *
 * <p>Any number of threads may call at once, virtual ones too. Only so many evaluations run at a
 * time as the evaluator was made for; one more is refused, at once or after it has waited for a
 * moment. Callers are equal: one that asks for much does not keep another from being evaluated.
 */
public interface Evaluator extends AutoCloseable {

  /**
   * Evaluates a program and waits for the outcome.
   *
   * <p>Returns no later than shortly after the deadline or the cancellation, even for an engine
   * that cannot be stopped; what such an engine still does keeps its place until it ends, so that
   * the number of running evaluations never exceeds the bound. If the waiting thread is
   * interrupted, that counts as a cancellation, and the thread's interrupt flag is set on return.
   *
   * @return how it ended; never an exception for a reason that lies with the program, its files or
   *     the engine
   * @throws IllegalStateException after {@link #close}
   */
  Evaluation evaluate(EvaluationRequest request, Cancellation cancellation);

  /** Ends what runs, as if cancelled, and takes no more. May be called twice. */
  @Override
  void close();
}
