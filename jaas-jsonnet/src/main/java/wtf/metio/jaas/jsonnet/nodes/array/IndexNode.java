// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes.array;

import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.gotext.GoNumbers;
import wtf.metio.jaas.jsonnet.nodes.Node;
import wtf.metio.jaas.jsonnet.nodes.Place;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.BooleanValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.FunctionValue;
import wtf.metio.jaas.jsonnet.runtime.NullValue;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.ObjectValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Thunk;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** {@code target[index]}. */
public final class IndexNode extends Node {

  private final Node target;
  private final Node index;

  public IndexNode(Place place, Node target, Node index) {
    super(place, target, index);
    this.target = target;
    this.index = index;
  }

  @Override
  public Value run(Evaluation evaluation, Frame frame) {
    var container = target.run(evaluation, frame);
    var key = index.run(evaluation, frame);
    try {
      return index(evaluation, container, key);
    } catch (JsonnetException failure) {
      throw place.at(failure);
    }
  }

  /** The element, character or field of a computed value. */
  public static Value index(Evaluation evaluation, Value container, Value key) {
    return switch (container) {
      case ObjectValue object -> object.get(evaluation, Expect.string(key).value());
      case ArrayValue array -> array.element(evaluation, within(Expect.number(key), array.size()));
      case StringValue string -> character(string, Expect.number(key));
      case NullValue _ -> throw notIndexable("Null");
      case BooleanValue _ -> throw notIndexable("Boolean");
      case NumberValue _ -> throw notIndexable("Number");
      case FunctionValue _ -> throw notIndexable("Function");
      case Thunk thunk -> throw new IllegalStateException("Not computed: " + thunk);
    };
  }

  private static Value character(StringValue string, double key) {
    int position = within(key, string.length());
    return StringValue.character(string.codePointAt(position));
  }

  private static int within(double key, int size) {
    long position = GoNumbers.toLong(key);
    if (position < 0 || position >= size) {
      throw JsonnetException.runtime(
          "Index " + position + " out of bounds, not within [0, " + size + ")");
    }
    return (int) position;
  }

  // The reference shows the name of its own type here.
  private static JsonnetException notIndexable(String type) {
    return JsonnetException.runtime("Value non indexable: *jsonnet.value" + type);
  }
}
