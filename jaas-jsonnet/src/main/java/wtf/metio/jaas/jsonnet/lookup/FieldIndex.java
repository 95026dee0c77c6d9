// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.lookup;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A stack of layers whose fields are found by name.
 *
 * <p>Immutable; a stack with one layer more shares nearly everything with the one it is made from.
 */
public final class FieldIndex<L extends IndexedLayer> {

  private final @Nullable Pile<L> pile;
  private final FieldTrie<L> fields;

  /** A layer on top of others. */
  private record Pile<L>(L layer, int position, @Nullable Pile<L> below) {}

  private FieldIndex(@Nullable Pile<L> pile, FieldTrie<L> fields) {
    this.pile = pile;
    this.fields = fields;
  }

  /** A stack without layers. */
  public static <L extends IndexedLayer> FieldIndex<L> empty() {
    return new FieldIndex<>(null, FieldTrie.empty());
  }

  /** This stack with a layer on top; takes as long as the layer has fields. */
  public FieldIndex<L> with(L layer) {
    int position = depth();
    var all = fields;
    for (int slot = 0; slot < layer.size(); slot++) {
      var below = all.find(layer.name(slot));
      all = all.with(new IndexedField<>(layer, position, slot, below));
    }
    return new FieldIndex<>(new Pile<>(layer, position, pile), all);
  }

  /** The number of layers. */
  public int depth() {
    return pile == null ? 0 : pile.position() + 1;
  }

  /** The uppermost field of a name; null if no layer has it. */
  public @Nullable IndexedField<L> find(String name) {
    return fields.find(name);
  }

  /** The uppermost field of a name in a layer no higher than a position; null if none has it. */
  public @Nullable IndexedField<L> find(String name, int highest) {
    var field = fields.find(name);
    return field == null ? null : field.notAbove(highest);
  }

  /** Goes through the uppermost fields of all names, in no order. */
  public void forEachField(Consumer<IndexedField<L>> action) {
    fields.forEach(action);
  }

  /** Goes through the layers from the top down. */
  public void forEachLayer(Consumer<L> action) {
    for (var next = pile; next != null; next = next.below()) {
      action.accept(next.layer());
    }
  }
}
