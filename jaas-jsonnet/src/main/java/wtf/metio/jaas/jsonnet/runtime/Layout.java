// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.lookup.SeededHash;
import wtf.metio.jaas.jsonnet.syntax.Expr.Visibility;
import wtf.metio.jaas.jsonnet.text.CodePoints;

/**
 * The fields of an object literal, known before the run where their names are.
 *
 * <p>Immutable, shared by all objects made from the literal and by all threads.
 */
public final class Layout {

  public static final Layout EMPTY = new Layout(List.of(), new Computation[0], new Computation[0]);

  /** Steps aside on the way into the index, all together, by which names are found unlucky. */
  private static final int MOST_DETOURS = 64;

  private static final int MOST_DETOURS_EACH = 8;

  /** A field: its name, how it shows, and what computes it in the frame of the object. */
  public record Field(String name, Visibility visibility, Computation body) {}

  private final String[] names;
  private final Visibility[] visibilities;
  private final Computation[] bodies;
  private final @Nullable Value[] constants;
  private final Computation[] locals;
  private final Computation[] assertions;
  private final int[] index;
  private final int mask;
  private final boolean seeded;
  private final String[] visible;
  private final int slots;

  /** A layout whose object frames hold nothing but the locals. */
  public Layout(List<Field> fields, Computation[] locals, Computation[] assertions) {
    this(fields, locals, assertions, locals.length);
  }

  /**
   * A layout.
   *
   * @param fields with different names
   * @param locals of the object; the n-th is bound to slot n of the object's frame
   * @param assertions of the object; each fails or returns anything
   * @param slots size of the object's frame
   */
  public Layout(List<Field> fields, Computation[] locals, Computation[] assertions, int slots) {
    int size = fields.size();
    names = new String[size];
    visibilities = new Visibility[size];
    bodies = new Computation[size];
    constants = new Value[size];
    this.locals = locals;
    this.assertions = assertions;
    this.slots = slots;
    index = new int[Integer.highestOneBit(Math.max(1, size)) * 4];
    mask = index.length - 1;
    for (int i = 0; i < size; i++) {
      put(i, fields.get(i));
    }
    seeded = !isIndexed(false);
    if (seeded) {
      isIndexed(true);
    }
    visible = sortedVisible();
  }

  private void put(int slot, Field field) {
    names[slot] = field.name();
    visibilities[slot] = field.visibility();
    bodies[slot] = field.body();
    constants[slot] = field.body() instanceof Constant constant ? constant.value() : null;
  }

  /** Fills the index; without a seed it gives up where too many names have the same hash. */
  private boolean isIndexed(boolean withSeed) {
    int detours = 0;
    Arrays.fill(index, 0);
    for (int slot = 0; slot < names.length; slot++) {
      int at = hash(names[slot], withSeed) & mask;
      while (index[at] != 0) {
        at = (at + 1) & mask;
        detours++;
      }
      index[at] = slot + 1;
      if (!withSeed && detours > MOST_DETOURS + names.length * MOST_DETOURS_EACH) {
        return false;
      }
    }
    return true;
  }

  private static int hash(String name, boolean withSeed) {
    int hash = withSeed ? SeededHash.of(name, 1) : name.hashCode();
    return hash ^ (hash >>> 16);
  }

  private String[] sortedVisible() {
    var shown = new ArrayList<String>(names.length);
    for (int i = 0; i < names.length; i++) {
      if (visibilities[i] != Visibility.HIDDEN) {
        shown.add(names[i]);
      }
    }
    var sorted = shown.toArray(String[]::new);
    Arrays.sort(sorted, CodePoints::compare);
    return sorted;
  }

  /** The position of a field, or -1. */
  int find(String name) {
    int at = hash(name, seeded) & mask;
    while (true) {
      int slot = index[at] - 1;
      if (slot < 0) {
        return -1;
      }
      var candidate = names[slot];
      if (candidate.equals(name)) {
        return slot;
      }
      at = (at + 1) & mask;
    }
  }

  /** The number of fields. */
  int size() {
    return names.length;
  }

  String name(int slot) {
    return names[slot];
  }

  Visibility visibility(int slot) {
    return visibilities[slot];
  }

  Computation body(int slot) {
    return bodies[slot];
  }

  /** The value of a field that does not have to be computed, null for all others. */
  @Nullable Value constant(int slot) {
    return constants[slot];
  }

  Computation[] assertions() {
    return assertions;
  }

  /** Names of the fields that are written, sorted, if there is nothing below. Not to be changed. */
  String[] visible() {
    return visible;
  }

  /** A new frame for an object that has this layout as a layer. */
  Frame frame(Frame captured, ObjectValue self, int layer) {
    var frame = new Frame(captured, new Value[slots], self, layer);
    for (int i = 0; i < locals.length; i++) {
      frame.slots[i] = new Thunk(locals[i], frame);
    }
    return frame;
  }
}
