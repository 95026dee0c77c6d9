// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

import org.jspecify.annotations.Nullable;

/** A function: a closure of the program, a part of the standard library, or one of the host. */
public abstract non-sealed class FunctionValue extends Value {

  /** The parameters. */
  public abstract Parameters parameters();

  /**
   * Calls the function with arguments in the order of its parameters.
   *
   * @param arguments one for each parameter, perhaps thunks; null for one that was not given and
   *     has a default. Owned by the callee from now on.
   * @return the value, never a thunk
   */
  public abstract Value apply(Evaluation evaluation, @Nullable Value[] arguments);

  /**
   * Calls the function with positional arguments.
   *
   * @throws wtf.metio.jaas.jsonnet.diagnostics.JsonnetException when their number does not fit
   */
  public final Value call(Evaluation evaluation, Value... arguments) {
    return apply(evaluation, Arguments.positional(parameters(), arguments));
  }

  /** {@link #call(Evaluation, Value...)} with one argument. */
  public Value call(Evaluation evaluation, Value argument) {
    return call(evaluation, new Value[] {argument});
  }

  /** {@link #call(Evaluation, Value...)} with two arguments. */
  public Value call(Evaluation evaluation, Value first, Value second) {
    return call(evaluation, new Value[] {first, second});
  }

  @Override
  public final Type type() {
    return Type.FUNCTION;
  }
}
