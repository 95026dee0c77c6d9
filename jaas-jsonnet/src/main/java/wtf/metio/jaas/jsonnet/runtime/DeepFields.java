// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.lookup.FieldIndex;
import wtf.metio.jaas.jsonnet.lookup.IndexedField;
import wtf.metio.jaas.jsonnet.text.CodePoints;

/**
 * The fields of an object of many layers: found by name, and kept by field instead of in an array
 * with room for all, since a program that builds such an object looks at every step of it.
 */
final class DeepFields {

  private final ObjectValue object;
  private final FieldIndex<Layer> index;
  private final boolean asserts;

  // Made when something is to be kept: at most steps of a long chain nobody ever looks.
  private Map<IndexedField<Layer>, Value> values = Map.of();
  private Map<Integer, Frame> frames = Map.of();

  DeepFields(ObjectValue object, FieldIndex<Layer> index, boolean asserts) {
    this.object = object;
    this.index = index;
    this.asserts = asserts;
  }

  /** Whether a layer has assertions. */
  boolean asserts() {
    return asserts;
  }

  FieldIndex<Layer> index() {
    return index;
  }

  int depth() {
    return index.depth();
  }

  boolean has(String name) {
    return index.find(name) != null;
  }

  /** Whether a layer has a field, looked for from this one downwards, counted from the top. */
  boolean has(String name, int from) {
    return index.find(name, depth() - 1 - from) != null;
  }

  boolean shows(String name) {
    var field = index.find(name);
    return field != null && field.shown();
  }

  /** The value of a field as seen from a layer, counted from the top; null if there is none. */
  @Nullable Value get(Evaluation evaluation, String name, int from) {
    var field = index.find(name, depth() - 1 - from);
    if (field == null) {
      return null;
    }
    var known = known(field);
    if (known == null) {
      var body = field.layer().layout().body(field.slot());
      known = body.runInFrame(evaluation, frame(field));
      keep(field, known);
    }
    return known;
  }

  private void keep(IndexedField<Layer> field, Value value) {
    if (values.isEmpty()) {
      values = new IdentityHashMap<>(4);
    }
    values.put(field, value);
  }

  /** The value of a field if it was computed or need not be, null otherwise. */
  @Nullable Value known(String name) {
    var field = index.find(name);
    return field == null ? null : known(field);
  }

  private @Nullable Value known(IndexedField<Layer> field) {
    var constant = field.layer().layout().constant(field.slot());
    return constant == null ? values.get(field) : constant;
  }

  private Frame frame(IndexedField<Layer> field) {
    var layer = field.layer();
    return layer.fieldFrames() == null
        ? frame(layer, field.position())
        : layer.fieldFrame(field.slot(), object, depth() - 1 - field.position());
  }

  private Frame frame(Layer layer, int position) {
    if (frames.isEmpty()) {
      frames = new HashMap<>();
    }
    return frames.computeIfAbsent(
        position, p -> layer.layout().frame(layer.captured(), object, depth() - 1 - p));
  }

  /** Names sorted by code point. */
  String[] names(boolean hidden) {
    List<String> names = new ArrayList<>();
    index.forEachField(
        field -> {
          if (hidden || field.shown()) {
            names.add(field.name());
          }
        });
    var sorted = names.toArray(String[]::new);
    Arrays.sort(sorted, CodePoints::compare);
    return sorted;
  }

  /** Runs the assertions of all layers, from the top down. */
  void runAssertions(Evaluation evaluation) {
    var position = new int[] {depth()};
    index.forEachLayer(
        layer -> {
          position[0]--;
          evaluation.step();
          for (var assertion : layer.layout().assertions()) {
            assertion.runInFrame(evaluation, frame(layer, position[0]));
          }
        });
  }
}
