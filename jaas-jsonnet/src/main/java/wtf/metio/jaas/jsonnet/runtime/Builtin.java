// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A function of the standard library.
 *
 * <p>It is no frame of the language. Its failures get the place of the call that led to it.
 */
public final class Builtin extends FunctionValue {

  private final String name;
  private final Parameters parameters;
  private final List<Value> defaults;
  private final boolean strict;
  private final Body body;

  /**
   * A builtin.
   *
   * @param name under which {@code std} has it
   * @param parameters their names are part of the language
   * @param defaults one for each parameter that is not required, in order; they stand at the end
   * @param strict whether all arguments are computed, left to right, before the body runs
   * @param body what it does
   */
  public Builtin(
      String name, Parameters parameters, List<Value> defaults, boolean strict, Body body) {
    this.name = name;
    this.parameters = parameters;
    this.defaults = List.copyOf(defaults);
    this.strict = strict;
    this.body = body;
  }

  /** What a builtin does. */
  @FunctionalInterface
  public interface Body {

    /**
     * Computes the result.
     *
     * @param arguments one for each parameter, defaults filled in; forced if the builtin is strict,
     *     otherwise perhaps thunks
     * @return the value, never a thunk
     */
    Value apply(Evaluation evaluation, Value[] arguments);
  }

  /** The same function with something around its body. */
  public Builtin around(UnaryOperator<Body> wrapping) {
    return new Builtin(name, parameters, defaults, strict, wrapping.apply(body));
  }

  /** The name under which {@code std} has it. */
  public String name() {
    return name;
  }

  /** Whether {@link #run} wants its arguments computed. */
  public boolean isStrict() {
    return strict;
  }

  /** What a parameter is that was not given. */
  public Value defaultOf(int parameter) {
    return defaults.get(parameter - (parameters.count() - defaults.size()));
  }

  /**
   * Runs the function.
   *
   * @param arguments one for each parameter, computed if the function is strict; owned by the
   *     function from now on
   */
  public Value run(Evaluation evaluation, Value[] arguments) {
    evaluation.descend();
    var result = body.apply(evaluation, arguments);
    evaluation.ascend();
    return result;
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public Value apply(Evaluation evaluation, @Nullable Value[] arguments) {
    var complete = new Value[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      var given = arguments[i];
      var argument = given == null ? defaultOf(i) : given;
      complete[i] = strict ? argument.force(evaluation) : argument;
    }
    return run(evaluation, complete);
  }
}
