// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.lookup;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The uppermost field by its name: a tree that branches by five bits of a hash at a time.
 *
 * <p>Names whose hashes agree to the last bit are told apart by {@link SeededHash}es, so that
 * nobody can choose names that make the tree deep.
 */
final class FieldTrie<L extends IndexedLayer> {

  private static final int BITS = 5;
  private static final int LEVELS_PER_HASH = 7;

  // One bit for each branch that there is; the branches are fields or tries, in the order of bits.
  private final int bitmap;
  private final Object[] branches;

  private FieldTrie(int bitmap, Object... branches) {
    this.bitmap = bitmap;
    this.branches = branches;
  }

  static <L extends IndexedLayer> FieldTrie<L> empty() {
    return new FieldTrie<>(0);
  }

  @Nullable IndexedField<L> find(String name) {
    var trie = this;
    for (int level = 0; ; level++) {
      int bit = bit(name, level);
      if ((trie.bitmap & bit) == 0) {
        return null;
      }
      var branch = trie.branches[trie.index(bit)];
      if (branch instanceof IndexedField<?> field) {
        return field.name().equals(name) ? this.<IndexedField<L>>own(field) : null;
      }
      trie = own(branch);
    }
  }

  /** With a field in place of the one of its name. */
  FieldTrie<L> with(IndexedField<L> field) {
    return with(field, 0);
  }

  private FieldTrie<L> with(IndexedField<L> field, int level) {
    int bit = bit(field.name(), level);
    int index = index(bit);
    if ((bitmap & bit) == 0) {
      var more = new Object[branches.length + 1];
      System.arraycopy(branches, 0, more, 0, index);
      more[index] = field;
      System.arraycopy(branches, index, more, index + 1, branches.length - index);
      return new FieldTrie<>(bitmap | bit, more);
    }
    var changed = branches.clone();
    changed[index] = joined(branches[index], field, level + 1);
    return new FieldTrie<>(bitmap, changed);
  }

  private Object joined(Object branch, IndexedField<L> field, int level) {
    if (!(branch instanceof IndexedField<?> other)) {
      return this.<FieldTrie<L>>own(branch).with(field, level);
    }
    return other.name().equals(field.name())
        ? field
        : new FieldTrie<L>(bit(other.name(), level), other).with(field, level);
  }

  void forEach(Consumer<IndexedField<L>> action) {
    for (var branch : branches) {
      if (branch instanceof IndexedField<?>) {
        action.accept(own(branch));
      } else {
        this.<FieldTrie<L>>own(branch).forEach(action);
      }
    }
  }

  // Whatever hangs in this tree was put there by it.
  @SuppressWarnings("unchecked")
  private <T> T own(Object branch) {
    return (T) branch;
  }

  private int index(int bit) {
    return Integer.bitCount(bitmap & (bit - 1));
  }

  private static int bit(String name, int level) {
    int hash =
        level < LEVELS_PER_HASH ? name.hashCode() : SeededHash.of(name, level / LEVELS_PER_HASH);
    return 1 << ((hash >>> (level % LEVELS_PER_HASH * BITS)) & 31);
  }
}
