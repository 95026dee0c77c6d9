// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

/**
 * A value of the language, or a {@link Thunk}: one that is still to be computed.
 *
 * <p>Thunks are values so that a slot, an element and an argument need no wrapper. Whoever takes a
 * value out of one of these calls {@link #force} before looking at it; whatever a computation
 * returns is forced already. Values belong to one evaluation and one thread, constants of a program
 * excepted, which are immutable all the way down.
 */
public abstract sealed class Value
    permits NullValue,
        BooleanValue,
        NumberValue,
        StringValue,
        ArrayValue,
        ObjectValue,
        FunctionValue,
        Thunk {

  /** This value, computed first where it is a thunk. */
  public Value force(Evaluation evaluation) {
    return this;
  }

  /** The type; not to be asked of a thunk. */
  public abstract Type type();
}
