// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.lookup.FieldIndex;
import wtf.metio.jaas.jsonnet.lookup.NameSet;
import wtf.metio.jaas.jsonnet.syntax.Expr.Visibility;
import wtf.metio.jaas.jsonnet.text.CodePoints;
import wtf.metio.jaas.jsonnet.text.Escaping;

/**
 * An object: layers on top of each other, the rightmost operand of {@code +} on top.
 *
 * <p>Extending an object only notes both sides; layers are laid out when a field is first looked
 * up, without recursion. An object of many layers has an index instead, which it takes over from
 * the object that it extends, so that folding a hundred thousand objects into one stays linear even
 * for a program that looks at each step. A field is computed once for each layer that has it and
 * kept, which is safe because {@code self} never changes: an extended object is another object.
 */
public final class ObjectValue extends Value {

  public static final ObjectValue EMPTY = of(Layer.literal(Layout.EMPTY, Frame.NONE));

  private static final Layer[] PENDING = new Layer[0];

  /** Bytes that a layer takes in an object that is laid out, and while it is. */
  private static final long LAYER = 16;

  /** Layers from which on an index finds fields faster than a walk. */
  private static final int DEEP = 32;

  private enum Assertions {
    UNCHECKED,
    HELD
  }

  // Empty where the layers are not laid out yet, and where there is an index.
  private Layer[] layers;
  private @Nullable Extension extension;
  private @Nullable DeepFields deep;

  // Where the fields of each layer begin in the cache.
  private int[] bases = new int[1];
  private Value @Nullable [] cache;
  private Frame @Nullable [] frames;
  private Assertions assertions = Assertions.UNCHECKED;
  private String @Nullable [] visible;

  private ObjectValue(Layer... layers) {
    this.layers = layers;
    settle();
  }

  private ObjectValue(Extension extension) {
    this.layers = PENDING;
    this.extension = extension;
  }

  /**
   * Layers that are not laid out yet.
   *
   * @param depth how many there will be
   * @param evaluation asked for the memory that they take
   */
  private record Extension(
      ObjectValue below, ObjectValue above, int depth, Evaluation evaluation) {}

  /** An object of one layer. */
  public static ObjectValue of(Layer layer) {
    return new ObjectValue(layer);
  }

  /** An object of two layers. */
  public static ObjectValue of(Layer above, Layer below) {
    return new ObjectValue(above, below);
  }

  /**
   * This object extended by another one.
   *
   * @throws JsonnetException when there would be more layers than there is memory for
   */
  public ObjectValue extend(Evaluation evaluation, ObjectValue above) {
    long depth = (long) depth() + above.depth();
    evaluation.promise(depth * LAYER);
    if (depth > Integer.MAX_VALUE / 2) {
      throw evaluation.limit("an object of " + depth + " layers is too deep");
    }
    return new ObjectValue(new Extension(this, above, (int) depth, evaluation));
  }

  private int depth() {
    if (deep != null) {
      return deep.depth();
    }
    return extension == null ? layers.length : extension.depth();
  }

  /**
   * This object without a field; what is laid on top may bring it back.
   *
   * <p>Its own code still finds the field once anything is laid on top, as in the reference: a
   * removal counts for lookups that begin at it, and for what is said about names.
   */
  public ObjectValue without(Evaluation evaluation, String name) {
    if (isDeep()) {
      return extend(evaluation, of(Layer.removing(NameSet.NONE.with(name), depth())));
    }
    walk(evaluation);
    if (!layers[0].removes()) {
      return extend(evaluation, of(Layer.removing(removedWith(evaluation, name), depth())));
    }
    // Only the uppermost of removals right upon each other can be seen.
    var changed = layers.clone();
    changed[0] = Layer.removing(layers[0].removed().with(name), layers[0].span());
    return new ObjectValue(changed);
  }

  // What is gone from below stays so.
  private NameSet removedWith(Evaluation evaluation, String name) {
    var removed = NameSet.NONE.with(name);
    for (var layer : layers) {
      for (var gone : layer.removed().names()) {
        if (!has(evaluation, gone)) {
          removed = removed.with(gone);
        }
      }
    }
    return removed;
  }

  /** Whether fields are found by an index; otherwise the layers are laid out. */
  private boolean isDeep() {
    if (layers.length == 0 && deep == null) {
      layOut();
    }
    return layers.length == 0;
  }

  private DeepFields deep() {
    if (deep == null) {
      throw new IllegalStateException("An object has neither layers nor an index.");
    }
    return deep;
  }

  private void layOut() {
    var indexed = depth() < DEEP ? null : indexedBase();
    if (extension != null) {
      long fresh = indexed == null ? depth() : depth() - indexed.depth();
      extension.evaluation().reserve(fresh * LAYER);
    }
    var fresh = freshLayers();
    if (depth() < DEEP || fresh.stream().anyMatch(Layer::removes)) {
      if (indexed != null) {
        indexed.index().forEachLayer(fresh::add);
      }
      layers = fresh.toArray(Layer[]::new);
      settle();
      extension = null;
    } else {
      settleDeep(fresh, indexed);
    }
  }

  /** The lowest object that this one extends, if that has an index. */
  private @Nullable DeepFields indexedBase() {
    var lowest = this;
    while (lowest.extension != null) {
      lowest = lowest.extension.below();
    }
    return lowest.deep;
  }

  /** The layers from the top down, without those of the lowest object if it has an index. */
  private List<Layer> freshLayers() {
    List<Layer> fresh = new ArrayList<>();
    var pending = new ArrayDeque<ObjectValue>();
    pending.push(this);
    while (!pending.isEmpty()) {
      var next = pending.pop();
      if (next.extension != null) {
        pending.push(next.extension.below());
        pending.push(next.extension.above());
      } else if (next.deep == null) {
        fresh.addAll(Arrays.asList(next.layers));
      } else if (!pending.isEmpty()) {
        next.deep.index().forEachLayer(fresh::add);
      }
    }
    return fresh;
  }

  // The objects below, of which this one was made step by step, get their part of the index on the
  // way: a program that goes down from the last one would have each make its own.
  private void settleDeep(List<Layer> fresh, @Nullable DeepFields below) {
    FieldIndex<Layer> index = below == null ? FieldIndex.empty() : below.index();
    boolean asserts = below != null && below.asserts();
    var steps = steps();
    for (int i = fresh.size() - 1; i >= 0; i--) {
      index = index.with(fresh.get(i));
      asserts |= fresh.get(i).layout().assertions().length > 0;
      var step = steps.peek();
      if (step != null && step.depth() == index.depth()) {
        steps.pop().take(index, asserts);
      }
    }
  }

  /** This object and those that it extends, the lowest first, as far as they want an index. */
  private Deque<ObjectValue> steps() {
    var steps = new ArrayDeque<ObjectValue>();
    var next = this;
    while (next.extension != null && next.depth() >= DEEP) {
      steps.push(next);
      next = next.extension.below();
    }
    return steps;
  }

  private void take(FieldIndex<Layer> index, boolean asserts) {
    extension = null;
    deep = new DeepFields(this, index, asserts);
    if (!asserts) {
      assertions = Assertions.HELD;
    }
  }

  private void settle() {
    if (layers.length > 1) {
      bases = new int[layers.length];
    }
    boolean asserts = layers[0].layout().assertions().length > 0;
    for (int i = 1; i < layers.length; i++) {
      bases[i] = bases[i - 1] + layers[i - 1].layout().size();
      asserts |= layers[i].layout().assertions().length > 0;
    }
    if (!asserts) {
      assertions = Assertions.HELD;
    }
  }

  /**
   * The value of a field.
   *
   * @throws JsonnetException when there is no such field, it fails, or the object's assertions fail
   */
  public Value get(Evaluation evaluation, String name) {
    checkAssertions(evaluation);
    return field(evaluation, name, 0);
  }

  /**
   * The value of a field where it can be had without computing anything and without a look at
   * assertions; null for all others, and where there is no such field.
   */
  public @Nullable Value known(Evaluation evaluation, String name) {
    if (isDeep()) {
      return assertions == Assertions.HELD ? deep().known(name) : null;
    }
    walk(evaluation);
    for (int i = first(name, 0); assertions == Assertions.HELD && i < layers.length; i++) {
      int slot = layers[i].layout().find(name);
      if (slot >= 0) {
        var constant = layers[i].layout().constant(slot);
        return constant != null || cache == null ? constant : cache[bases[i] + slot];
      }
    }
    return null;
  }

  /** The value of a field as the code of a layer sees it below itself: {@code super.name}. */
  public Value getBelow(Evaluation evaluation, String name, int layer) {
    checkAssertions(evaluation);
    if (layer + 1 >= depth()) {
      throw JsonnetException.runtime("Attempt to use super when there is no super class.");
    }
    return field(evaluation, name, layer + 1);
  }

  /** Whether there is a field, visible or not. */
  public boolean has(Evaluation evaluation, String name) {
    if (isDeep()) {
      return deep().has(name);
    }
    walk(evaluation);
    var all = layers;
    for (int i = 0; i < all.length; i++) {
      if (all[i].layout().find(name) >= 0) {
        return true;
      }
      if (all[i].removed().contains(name)) {
        i += all[i].span();
      }
    }
    return false;
  }

  /** Whether the layers below one have a field. */
  public boolean hasBelow(Evaluation evaluation, String name, int layer) {
    if (isDeep()) {
      return deep().has(name, layer + 1);
    }
    walk(evaluation);
    for (int i = first(name, layer + 1); i < layers.length; i++) {
      if (layers[i].layout().find(name) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a field is written. */
  public boolean shows(Evaluation evaluation, String name) {
    if (isDeep()) {
      return deep().shows(name);
    }
    walk(evaluation);
    return visibility(name) == Visibility.VISIBLE;
  }

  /**
   * Names of the fields that are written, sorted by code point.
   *
   * @return not to be changed
   */
  public String[] visibleNames() {
    var known = visible;
    if (known == null) {
      known = !isDeep() && layers.length == 1 ? layers[0].layout().visible() : names(false);
      visible = known;
    }
    return known;
  }

  /** Names of all fields, sorted by code point. */
  public String[] allNames(Evaluation evaluation) {
    walk(evaluation);
    return names(true);
  }

  /**
   * Checks the object's assertions, once.
   *
   * <p>While they run, fields may be read: assertions speak about them.
   */
  public void checkAssertions(Evaluation evaluation) {
    if (assertions == Assertions.UNCHECKED) {
      boolean indexed = isDeep();
      if (assertions == Assertions.UNCHECKED) {
        assertions = Assertions.HELD;
        if (indexed) {
          deep().runAssertions(evaluation);
        } else {
          runAssertions(evaluation);
        }
      }
    }
  }

  /** The same before the object is written, which the trace of a failure tells of. */
  public void checkAssertionsBeforeWriting(Evaluation evaluation) {
    try {
      checkAssertions(evaluation);
    } catch (JsonnetException failure) {
      throw failure.during("Checking object assertions");
    }
  }

  private void runAssertions(Evaluation evaluation) {
    for (int i = 0; i < layers.length; i++) {
      for (var assertion : layers[i].layout().assertions()) {
        assertion.runInFrame(evaluation, frame(i));
      }
    }
  }

  private Value field(Evaluation evaluation, String name, int from) {
    var value = isDeep() ? deep().get(evaluation, name, from) : walkTo(evaluation, name, from);
    if (value == null) {
      throw JsonnetException.runtime("Field does not exist: " + name);
    }
    return value;
  }

  private @Nullable Value walkTo(Evaluation evaluation, String name, int from) {
    walk(evaluation);
    int depth = layers.length;
    for (int i = first(name, from); i < depth; i++) {
      int slot = layers[i].layout().find(name);
      if (slot >= 0) {
        return value(evaluation, i, slot);
      }
    }
    return null;
  }

  // Objects from which names were taken away are walked through however many layers they have.
  private void walk(Evaluation evaluation) {
    if (layers.length >= DEEP) {
      evaluation.steps(layers.length);
    }
  }

  // Where the search for a field begins that is to begin at a layer.
  private int first(String name, int from) {
    return from < layers.length && layers[from].removed().contains(name)
        ? from + 1 + layers[from].span()
        : from;
  }

  private Value value(Evaluation evaluation, int layer, int slot) {
    var constant = layers[layer].layout().constant(slot);
    if (constant != null) {
      return constant;
    }
    var values = cache;
    if (values == null) {
      int last = layers.length - 1;
      values = new Value[bases[last] + layers[last].layout().size()];
      cache = values;
    }
    var known = values[bases[layer] + slot];
    if (known == null) {
      known = layers[layer].layout().body(slot).runInFrame(evaluation, fieldFrame(layer, slot));
      values[bases[layer] + slot] = known;
    }
    return known;
  }

  private Frame fieldFrame(int layer, int slot) {
    return layers[layer].fieldFrames() == null
        ? frame(layer)
        : layers[layer].fieldFrame(slot, this, layer);
  }

  private Frame frame(int layer) {
    var all = frames;
    if (all == null) {
      all = new Frame[layers.length];
      frames = all;
    }
    var frame = all[layer];
    if (frame == null) {
      frame = layers[layer].layout().frame(layers[layer].captured(), this, layer);
      all[layer] = frame;
    }
    return frame;
  }

  private @Nullable Visibility visibility(String name) {
    Visibility found = null;
    var all = layers;
    for (int i = 0; i < all.length; i++) {
      int slot = all[i].layout().find(name);
      if (slot >= 0) {
        var declared = all[i].layout().visibility(slot);
        if (declared != Visibility.INHERIT) {
          return declared;
        }
        found = Visibility.VISIBLE;
      }
      if (all[i].removed().contains(name)) {
        i += all[i].span();
      }
    }
    return found;
  }

  private String[] names(boolean hidden) {
    if (isDeep()) {
      return deep().names(hidden);
    }
    Map<String, Visibility> shown = new HashMap<>();
    Map<String, Integer> resumed = new HashMap<>();
    var all = layers;
    for (int i = 0; i < all.length; i++) {
      var layout = all[i].layout();
      for (int slot = 0; slot < layout.size(); slot++) {
        var name = layout.name(slot);
        if (resumed.isEmpty() || resumed.getOrDefault(name, 0) <= i) {
          shown.merge(name, layout.visibility(slot), ObjectValue::higherWins);
        }
      }
      for (var name : all[i].removed().names()) {
        resumed.merge(name, i + 1 + all[i].span(), Math::max);
      }
    }
    List<String> kept = new ArrayList<>(shown.size());
    shown.forEach(
        (name, shows) -> {
          if (shows != Visibility.HIDDEN || hidden) {
            kept.add(name);
          }
        });
    var sorted = kept.toArray(String[]::new);
    Arrays.sort(sorted, CodePoints::compare);
    return sorted;
  }

  private static Visibility higherWins(Visibility higher, Visibility lower) {
    return higher == Visibility.INHERIT ? lower : higher;
  }

  /** How a name stands in messages about duplicate fields. */
  public static JsonnetException duplicateField(String name) {
    return JsonnetException.runtime("Duplicate field name: " + Escaping.JSONNET.quote(name));
  }

  @Override
  public Type type() {
    return Type.OBJECT;
  }
}
