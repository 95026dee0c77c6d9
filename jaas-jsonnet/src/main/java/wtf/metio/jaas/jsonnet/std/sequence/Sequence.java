// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.sequence;

import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.operators.Length;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.Computation;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.FunctionValue;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Thunk;
import wtf.metio.jaas.jsonnet.runtime.Type;
import wtf.metio.jaas.jsonnet.runtime.Value;

/**
 * What functions of the library see that ask for {@code std.length(x)} and {@code x[i]} without a
 * look at the type: arrays and strings, but also objects and functions until an element is wanted.
 */
public final class Sequence {

  /** Bytes that a string of one character takes with its place in an array. */
  private static final long CHARACTER = 64;

  private final Value value;
  private final int length;
  private final ArrayValue items;

  private Sequence(Value value, int length, ArrayValue items) {
    this.value = value;
    this.length = length;
    this.items = items;
  }

  /** A computed value seen as a sequence; fails when it has no length. */
  public static Sequence of(Evaluation evaluation, Value value) {
    return switch (value) {
      case ArrayValue array -> new Sequence(array, array.size(), array);
      case StringValue string -> {
        var characters = characters(evaluation, string);
        yield new Sequence(string, characters.size(), characters);
      }
      default -> new Sequence(value, Length.of(value), ArrayValue.EMPTY);
    };
  }

  /** The strings of one character that a string consists of. */
  public static ArrayValue characters(Evaluation evaluation, StringValue string) {
    int length = string.length();
    evaluation.reserve(length * CHARACTER);
    var text = string.value();
    var characters = new Value[length];
    int at = 0;
    for (int i = 0; i < length; i++) {
      int codePoint = text.codePointAt(at);
      characters[i] = StringValue.character(codePoint);
      at += Character.charCount(codePoint);
    }
    return ArrayValue.of(characters);
  }

  /** The value itself. */
  public Value value() {
    return value;
  }

  /** The number of elements. */
  public int length() {
    return length;
  }

  /** An element, perhaps a thunk, which fails for what has a length but no elements. */
  public Value get(int index) {
    return index < items.size()
        ? items.get(index)
        : new Thunk(new NoElement(value, index), Frame.NONE);
  }

  /** {@code value[index]} where the value is an object or a function. */
  private static final class NoElement extends Computation {
    private final Value value;
    private final int index;

    NoElement(Value value, int index) {
      this.value = value;
      this.index = index;
    }

    @Override
    public Value run(Evaluation evaluation, Frame frame) {
      throw value instanceof FunctionValue
          ? JsonnetException.runtime("Value non indexable: *jsonnet.valueFunction")
          : Expect.mismatch(NumberValue.of(index), Type.STRING);
    }
  }
}
