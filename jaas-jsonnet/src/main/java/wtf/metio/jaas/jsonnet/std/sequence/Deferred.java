// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.sequence;

import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.runtime.Computation;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.FunctionValue;
import wtf.metio.jaas.jsonnet.runtime.ObjectValue;
import wtf.metio.jaas.jsonnet.runtime.Thunk;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** Work that results hold and that is done when somebody looks at that part of the result. */
public final class Deferred {

  /** Bytes that a thunk with its computation and its place in an array takes. */
  public static final long BYTES = 64;

  private Deferred() {}

  /** An element or argument: {@code function(argument)}. */
  public static Value call(FunctionValue function, Value argument) {
    return new Thunk(new Call(function, argument, null), Frame.NONE);
  }

  /** An element or argument: {@code function(first, second)}. */
  public static Value call(FunctionValue function, Value first, Value second) {
    return new Thunk(new Call(function, first, second), Frame.NONE);
  }

  /** An element or argument: {@code object[name]}. */
  public static Value field(ObjectValue object, String name) {
    return new Thunk(new Read(object, name), Frame.NONE);
  }

  /** An element: {@code sequence[index]}. */
  public static Value element(Sequence sequence, int index) {
    return new Thunk(new Element(sequence, index), Frame.NONE);
  }

  /** {@code sequence[index]}. */
  static final class Element extends Computation {
    private final Sequence sequence;
    private final int index;

    public Element(Sequence sequence, int index) {
      this.sequence = sequence;
      this.index = index;
    }

    @Override
    public Value run(Evaluation evaluation, Frame frame) {
      return sequence.get(index).force(evaluation);
    }
  }

  /** {@code function(first, second)}, or with one argument if the second is null. */
  public static final class Call extends Computation {
    private final FunctionValue function;
    private final Value first;
    private final @Nullable Value second;

    public Call(FunctionValue function, Value first, @Nullable Value second) {
      this.function = function;
      this.first = first;
      this.second = second;
    }

    @Override
    public Value run(Evaluation evaluation, Frame frame) {
      return second == null
          ? function.call(evaluation, first)
          : function.call(evaluation, first, second);
    }
  }

  /** {@code object[name]}. */
  public static final class Read extends Computation {
    private final ObjectValue object;
    private final String name;

    public Read(ObjectValue object, String name) {
      this.object = object;
      this.name = name;
    }

    @Override
    public Value run(Evaluation evaluation, Frame frame) {
      return object.get(evaluation, name);
    }
  }
}
