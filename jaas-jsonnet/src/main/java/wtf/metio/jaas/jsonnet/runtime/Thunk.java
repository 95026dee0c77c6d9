// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A value that is computed when it is first needed.
 *
 * <p>There is no busy state: a thunk that needs itself computes again and again until the stack
 * limit ends it, which is what the reference does.
 */
public final class Thunk extends Value {

  private @Nullable Computation computation;
  private @Nullable Frame frame;
  private @Nullable Value value;

  public Thunk(Computation computation, Frame frame) {
    this.computation = computation;
    this.frame = frame;
  }

  /** The value if it is known, null otherwise. */
  public @Nullable Value known() {
    return value;
  }

  @Override
  public Value force(Evaluation evaluation) {
    var known = value;
    return known == null ? compute(evaluation) : known;
  }

  private Value compute(Evaluation evaluation) {
    var work = computation;
    var scope = frame;
    if (work == null || scope == null) {
      throw new IllegalStateException("A thunk has neither value nor computation.");
    }
    var result = work.runInFrame(evaluation, scope);
    value = result;
    computation = null;
    frame = null;
    return result;
  }

  @Override
  public Type type() {
    throw new IllegalStateException("A thunk has no type before it is forced.");
  }
}
