// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std;

import java.util.List;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.BooleanValue;
import wtf.metio.jaas.jsonnet.runtime.Computation;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.Layer;
import wtf.metio.jaas.jsonnet.runtime.Layout;
import wtf.metio.jaas.jsonnet.runtime.NullValue;
import wtf.metio.jaas.jsonnet.runtime.ObjectValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.std.sequence.Deferred;
import wtf.metio.jaas.jsonnet.syntax.Expr.Visibility;

/** Names and values of objects. */
final class Fields {

  private static final Computation[] NOTHING = new Computation[0];

  /** Bytes that an object of one layer takes with its frame, roughly. */
  private static final long OBJECT = 160;

  private static final Layout KEY_VALUE =
      new Layout(
          List.of(field("key", new EntryPart(false)), field("value", new EntryPart(true))),
          NOTHING,
          NOTHING);

  private Fields() {}

  static void register(Registry registry) {
    registry.strict(
        "objectFieldsEx", "obj", "hidden", (e, o, h) -> strings(e, names(e, Expect.object(o), h)));
    registry.strict("objectHasEx", List.of("obj", "fname", "hidden"), Fields::has);
    registry.strict("objectRemoveKey", "obj", "key", Fields::without);
    registry.lazy(
        "get",
        List.of("o", "f", "default?", "inc_hidden?"),
        List.of(NullValue.NULL, BooleanValue.TRUE),
        (e, a) -> get(e, a[0], a[1], a[2], a[3]));
    registry.lazy("mapWithKey", "func", "obj", Fields::mapWithKey);
    pair(registry, "", BooleanValue.FALSE);
    pair(registry, "All", BooleanValue.TRUE);
  }

  /** The functions that are there twice: for the fields that are written, and for all. */
  private static void pair(Registry registry, String suffix, BooleanValue hidden) {
    registry.lazy(
        "objectFields" + suffix, "o", (e, o) -> strings(e, names(e, object(e, o), hidden)));
    registry.lazy(
        "objectHas" + suffix, "o", "f", (e, o, f) -> has(e, o.force(e), f.force(e), hidden));
    registry.lazy("objectValues" + suffix, "o", (e, o) -> values(e, object(e, o), hidden));
    registry.lazy("objectKeysValues" + suffix, "o", (e, o) -> entries(e, object(e, o), hidden));
  }

  /** An object whose fields have the names and bodies given. */
  static ObjectValue object(List<Layout.Field> fields) {
    return ObjectValue.of(Layer.literal(new Layout(fields, NOTHING, NOTHING), Frame.NONE));
  }

  /** A field as an object comprehension makes it. */
  static Layout.Field field(String name, Computation body) {
    return new Layout.Field(name, Visibility.INHERIT, body);
  }

  private static ObjectValue object(Evaluation evaluation, Value o) {
    return Expect.object(o.force(evaluation));
  }

  private static String[] names(Evaluation evaluation, ObjectValue object, Value hidden) {
    return Expect.bool(hidden).value() ? object.allNames(evaluation) : object.visibleNames();
  }

  private static Value strings(Evaluation evaluation, String[] names) {
    evaluation.steps(names.length);
    var items = new Value[names.length];
    for (int i = 0; i < names.length; i++) {
      items[i] = StringValue.of(names[i]);
    }
    return ArrayValue.of(items);
  }

  private static Value has(Evaluation evaluation, Value obj, Value fname, Value hidden) {
    var object = Expect.object(obj);
    var name = Expect.string(fname).value();
    return BooleanValue.of(
        Expect.bool(hidden).value()
            ? object.has(evaluation, name)
            : object.shows(evaluation, name));
  }

  private static Value without(Evaluation evaluation, Value obj, Value key) {
    var object = Expect.object(obj);
    return object.without(evaluation, Expect.string(key).value());
  }

  private static Value get(Evaluation evaluation, Value o, Value f, Value missing, Value hidden) {
    var object = o.force(evaluation);
    var name = f.force(evaluation);
    return has(evaluation, object, name, hidden.force(evaluation)) == BooleanValue.TRUE
        ? Expect.object(object).get(evaluation, Expect.string(name).value())
        : missing.force(evaluation);
  }

  private static Value values(Evaluation evaluation, ObjectValue object, Value hidden) {
    var names = names(evaluation, object, hidden);
    evaluation.reserve(names.length * Deferred.BYTES);
    var items = new Value[names.length];
    for (int i = 0; i < names.length; i++) {
      items[i] = Deferred.field(object, names[i]);
    }
    return ArrayValue.of(items);
  }

  private static Value entries(Evaluation evaluation, ObjectValue object, Value hidden) {
    var names = names(evaluation, object, hidden);
    evaluation.reserve(names.length * OBJECT);
    var items = new Value[names.length];
    for (int i = 0; i < names.length; i++) {
      Value[] entry = {StringValue.of(names[i]), object};
      items[i] = ObjectValue.of(Layer.literal(KEY_VALUE, new Frame(null, entry)));
    }
    return ArrayValue.of(items);
  }

  private static Value mapWithKey(Evaluation evaluation, Value func, Value obj) {
    var function =
        Transformations.function(evaluation, func, "std.mapWithKey first param must be function");
    var source = obj.force(evaluation);
    if (!(source instanceof ObjectValue object)) {
      throw Transformations.wrong("std.mapWithKey second param must be object", source);
    }
    var names = object.visibleNames();
    evaluation.reserve(names.length * (OBJECT + Deferred.BYTES));
    var fields = new Layout.Field[names.length];
    for (int i = 0; i < names.length; i++) {
      var value = Deferred.field(object, names[i]);
      fields[i] = field(names[i], new Deferred.Call(function, StringValue.of(names[i]), value));
    }
    return object(List.of(fields));
  }

  /** A field of an entry; the frame around the entry has the name and the object it is from. */
  private static final class EntryPart extends Computation {
    private final boolean isValue;

    EntryPart(boolean isValue) {
      this.isValue = isValue;
    }

    @Override
    public Value run(Evaluation evaluation, Frame frame) {
      var around = frame.up;
      if (around == null) {
        throw new IllegalStateException("The frame of an object has none around it.");
      }
      var name = Expect.string(around.slots[0]);
      return isValue ? Expect.object(around.slots[1]).get(evaluation, name.value()) : name;
    }
  }
}
