// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.syntax.Expr.Visibility;
import wtf.metio.jaas.jsonnet.text.CodePoints;
import wtf.metio.jaas.jsonnet.text.Escaping;

/**
 * An object: layers on top of each other, the rightmost operand of {@code +} on top.
 *
 * <p>Extending an object only notes both sides; layers are laid out when a field is first looked
 * up, without recursion, so that folding a hundred thousand objects into one stays linear. A field
 * is computed once for each layer that has it and kept, which is safe because {@code self} never
 * changes: an extended object is another object.
 */
public final class ObjectValue extends Value {

  public static final ObjectValue EMPTY = of(Layer.literal(Layout.EMPTY, Frame.NONE));

  private static final Layer[] PENDING = new Layer[0];

  /** Bytes that a layer takes in an object that is laid out, and while it is. */
  private static final long LAYER = 16;

  private enum Assertions {
    UNCHECKED,
    HELD
  }

  private Layer[] layers;
  private @Nullable Extension extension;

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

  /** How many layers lie on top of each other; known without laying them out. */
  public int depth() {
    return extension == null ? layers.length : extension.depth();
  }

  /**
   * This object without a field; what is laid on top may bring it back.
   *
   * <p>Its own code still finds the field once anything is laid on top, as in the reference: a
   * removal counts for lookups that begin at it, and for what is said about names.
   */
  public ObjectValue without(Evaluation evaluation, String name) {
    Set<String> removed = new HashSet<>(layers()[0].removed());
    removed.add(name);
    evaluation.steps(layers.length + removed.size());
    // What is gone from below stays so; a removal on top knows it already.
    int known = layers[0].removed().isEmpty() ? 0 : 1 + layers[0].span();
    for (int i = known; i < layers.length; i++) {
      for (var gone : layers[i].removed()) {
        if (!has(gone)) {
          removed.add(gone);
        }
      }
    }
    return extend(evaluation, of(Layer.removing(Set.copyOf(removed), layers.length)));
  }

  private Layer[] layers() {
    if (layers.length == 0) {
      layOut();
    }
    return layers;
  }

  private void layOut() {
    if (extension != null) {
      extension.evaluation().reserve((long) extension.depth() * LAYER);
    }
    var all = new ArrayList<Layer>(depth());
    var pending = new ArrayDeque<ObjectValue>();
    pending.push(this);
    while (!pending.isEmpty()) {
      var next = pending.pop();
      if (next.layers.length > 0) {
        all.addAll(Arrays.asList(next.layers));
      } else if (next.extension != null) {
        pending.push(next.extension.below());
        pending.push(next.extension.above());
      }
    }
    layers = all.toArray(Layer[]::new);
    extension = null;
    settle();
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

  /** The value of a field as the code of a layer sees it below itself: {@code super.name}. */
  public Value getBelow(Evaluation evaluation, String name, int layer) {
    checkAssertions(evaluation);
    if (layer + 1 >= layers().length) {
      throw JsonnetException.runtime("Attempt to use super when there is no super class.");
    }
    return field(evaluation, name, layer + 1);
  }

  /** Whether there is a field, visible or not. */
  public boolean has(String name) {
    var all = layers();
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
  public boolean hasBelow(String name, int layer) {
    return finds(name, layer + 1);
  }

  /** Whether a field is written. */
  public boolean shows(String name) {
    return visibility(name, 0) == Visibility.VISIBLE;
  }

  /**
   * Names of the fields that are written, sorted by code point.
   *
   * @return not to be changed
   */
  public String[] visibleNames() {
    var known = visible;
    if (known == null) {
      known = layers().length == 1 ? layers[0].layout().visible() : names(false);
      visible = known;
    }
    return known;
  }

  /** Names of all fields, sorted by code point. */
  public String[] allNames() {
    return names(true);
  }

  /**
   * Checks the object's assertions, once.
   *
   * <p>While they run, fields may be read: assertions speak about them.
   */
  public void checkAssertions(Evaluation evaluation) {
    if (assertions == Assertions.UNCHECKED) {
      if (layers.length == 0) {
        layOut();
      }
      if (assertions == Assertions.UNCHECKED) {
        runAssertions(evaluation);
      }
    }
  }

  private void runAssertions(Evaluation evaluation) {
    assertions = Assertions.HELD;
    for (int i = 0; i < layers.length; i++) {
      for (var assertion : layers[i].layout().assertions()) {
        int height = assertion.height();
        evaluation.enter(height);
        try {
          assertion.run(evaluation, frame(i));
        } catch (JsonnetException failure) {
          throw failure.leaveFrame().during("Checking object assertions");
        }
        evaluation.leave(height);
      }
    }
  }

  private Value field(Evaluation evaluation, String name, int from) {
    int depth = layers().length;
    for (int i = first(name, from); i < depth; i++) {
      int slot = layers[i].layout().find(name);
      if (slot >= 0) {
        return value(evaluation, i, slot);
      }
    }
    throw JsonnetException.runtime("Field does not exist: " + name);
  }

  private boolean finds(String name, int from) {
    int depth = layers().length;
    for (int i = first(name, from); i < depth; i++) {
      if (layers[i].layout().find(name) >= 0) {
        return true;
      }
    }
    return false;
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
      known = compute(evaluation, layer, slot);
      values[bases[layer] + slot] = known;
    }
    return known;
  }

  private Value compute(Evaluation evaluation, int layer, int slot) {
    var body = layers[layer].layout().body(slot);
    int height = body.height();
    evaluation.enter(height);
    Value result;
    try {
      result = body.run(evaluation, fieldFrame(layer, slot));
    } catch (JsonnetException failure) {
      throw failure.leaveFrame();
    }
    evaluation.leave(height);
    return result;
  }

  private Frame fieldFrame(int layer, int slot) {
    var rounds = layers[layer].fieldFrames();
    return rounds == null ? frame(layer) : layers[layer].layout().frame(rounds[slot], this, layer);
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

  private @Nullable Visibility visibility(String name, int from) {
    Visibility found = null;
    var all = layers();
    for (int i = from; i < all.length; i++) {
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
    Map<String, Visibility> shown = new HashMap<>();
    Map<String, Integer> resumed = new HashMap<>();
    var all = layers();
    for (int i = 0; i < all.length; i++) {
      var layout = all[i].layout();
      for (int slot = 0; slot < layout.size(); slot++) {
        var name = layout.name(slot);
        if (resumed.isEmpty() || resumed.getOrDefault(name, 0) <= i) {
          shown.merge(name, layout.visibility(slot), ObjectValue::higherWins);
        }
      }
      for (var name : all[i].removed()) {
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
