// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.lookup;

import org.jspecify.annotations.Nullable;

/**
 * A field of one layer, and a way to the fields of the same name below it.
 *
 * <p>There is one for each layer that has the field, the same one in all objects that share the
 * layers below.
 */
public final class IndexedField<L extends IndexedLayer> {

  private final L layer;
  private final int position;
  private final int slot;
  private final boolean shown;
  private final @Nullable IndexedField<L> below;

  // Leads some way down, so that a long row of fields of one name is searched in few steps.
  private final IndexedField<L> jump;
  private final int order;

  IndexedField(L layer, int position, int slot, @Nullable IndexedField<L> below) {
    this.layer = layer;
    this.position = position;
    this.slot = slot;
    this.below = below;
    this.shown =
        switch (layer.visibility(slot)) {
          case VISIBLE -> true;
          case HIDDEN -> false;
          case INHERIT -> below == null || below.shown;
        };
    this.order = below == null ? 0 : below.order + 1;
    this.jump = below == null ? this : below.jumpOfNext();
  }

  // Jumps are as long as the one below where two of the same length lie there, and short otherwise.
  private IndexedField<L> jumpOfNext() {
    return order - jump.order == jump.order - jump.jump.order ? jump.jump : this;
  }

  /** The layer that has it. */
  public L layer() {
    return layer;
  }

  /** How many layers are below its own. */
  public int position() {
    return position;
  }

  /** Which of the layer's fields it is. */
  public int slot() {
    return slot;
  }

  /** Whether it is written, all that lies below considered. */
  public boolean shown() {
    return shown;
  }

  /** Its name. */
  public String name() {
    return layer.name(slot);
  }

  /** The uppermost field of this name, from here down, that is no higher than a position. */
  @Nullable IndexedField<L> notAbove(int highest) {
    IndexedField<L> field = this;
    while (field != null && field.position > highest) {
      boolean far = field.jump != field && field.jump.position > highest;
      field = far ? field.jump : field.below;
    }
    return field;
  }
}
