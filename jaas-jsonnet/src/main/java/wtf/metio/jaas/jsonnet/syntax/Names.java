// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.syntax;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.text.Utf8;

/**
 * One String per spelling: names and short strings that occur again within one source share their
 * String, so that comparing them mostly ends at the first look.
 *
 * <p>Nothing relies on it for being right. For one parse, on one thread.
 */
final class Names {

  /** Longer strings are mostly texts that occur once. */
  private static final int LONGEST = 48;

  private static final int FIRST_SIZE = 128;

  /** Names made to collide must not make a parse slow: after so many looks, a String of its own. */
  private static final int MOST_PROBES = 64;

  private final byte[] bytes;
  private int mask = FIRST_SIZE - 1;
  private int used;
  private int[] hashes = new int[FIRST_SIZE];
  private int[] begins = new int[FIRST_SIZE];
  private @Nullable String[] names = new @Nullable String[FIRST_SIZE];

  Names(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The text of a range. */
  String text(int begin, int end) {
    int length = end - begin;
    if (length > LONGEST) {
      return Utf8.decode(bytes, begin, end - begin);
    }
    int hash = hash(begin, end);
    int slot = hash & mask;
    for (int probe = 0; probe < MOST_PROBES; probe++) {
      @Nullable String name = names[slot];
      if (name == null) {
        return add(slot, hash, begin, end);
      }
      if (hashes[slot] == hash && same(begins[slot], begin, length)) {
        return name;
      }
      slot = slot + 1 & mask;
    }
    return Utf8.decode(bytes, begin, end - begin);
  }

  /** The length is part of the hash's upper byte, so that equal hashes mean equal lengths. */
  private int hash(int begin, int end) {
    int hash = 0;
    for (int i = begin; i < end; i++) {
      hash = hash * 31 + bytes[i];
    }
    hash ^= hash >>> 15;
    return hash & 0x00FF_FFFF | end - begin << 24;
  }

  private boolean same(int known, int begin, int length) {
    return Arrays.equals(bytes, known, known + length, bytes, begin, begin + length);
  }

  private String add(int slot, int hash, int begin, int end) {
    String name = Utf8.decode(bytes, begin, end - begin);
    hashes[slot] = hash;
    begins[slot] = begin;
    names[slot] = name;
    used++;
    if (used * 2 > names.length) {
      grow();
    }
    return name;
  }

  private void grow() {
    int[] oldHashes = hashes;
    int[] oldBegins = begins;
    @Nullable String[] oldNames = names;
    int size = oldNames.length * 2;
    mask = size - 1;
    hashes = new int[size];
    begins = new int[size];
    names = new @Nullable String[size];
    for (int i = 0; i < oldNames.length; i++) {
      if (oldNames[i] != null) {
        int slot = free(oldHashes[i]);
        hashes[slot] = oldHashes[i];
        begins[slot] = oldBegins[i];
        names[slot] = oldNames[i];
      }
    }
  }

  private int free(int hash) {
    int slot = hash & mask;
    while (names[slot] != null) {
      slot = slot + 1 & mask;
    }
    return slot;
  }
}
