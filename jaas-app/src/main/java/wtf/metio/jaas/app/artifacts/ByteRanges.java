// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.artifacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which parts of an archive a client wants. */
sealed interface ByteRanges {

  /** All of it. */
  record Whole() implements ByteRanges {}

  /** Some of it, in this order. */
  record Parts(List<Part> parts) implements ByteRanges {
    public Parts {
      parts = List.copyOf(parts);
    }
  }

  /** None that there are. */
  record Unsatisfiable() implements ByteRanges {}

  /** Not written as it has to be. */
  record Malformed() implements ByteRanges {}

  /** A part. */
  record Part(long offset, long length) {

    /** As the header says which part of how much it is. */
    String of(long size) {
      return "bytes " + offset + "-" + (offset + length - 1) + "/" + size;
    }
  }

  /** Who wants more parts gets all: each costs more than the bytes in it. */
  int MOST_PARTS = 64;

  /** Sizes of more digits are not written here. */
  Pattern RANGE = Pattern.compile("[ \\t]*(\\d{0,18})[ \\t]*-[ \\t]*(\\d{0,18})[ \\t]*");

  String UNIT = "bytes=";

  /**
   * Reads the header. Ranges of a unit that nobody knows are not asked for, and neither are parts
   * that overlap so much that all of it is less.
   */
  static ByteRanges of(String header, long size) {
    if (!header.startsWith(UNIT)) {
      return new Whole();
    }
    var parts = new ArrayList<Part>();
    boolean outside = false;
    for (var text : header.substring(UNIT.length()).split(",", -1)) {
      if (text.isBlank()) {
        continue;
      }
      var range = RANGE.matcher(text);
      if (!range.matches() || !isOrdered(range.group(1), range.group(2))) {
        return new Malformed();
      }
      var part = part(range.group(1), range.group(2), size);
      outside |= part.isEmpty();
      part.ifPresent(parts::add);
    }
    return chosen(parts, outside, size);
  }

  private static ByteRanges chosen(List<Part> parts, boolean outside, long size) {
    if (parts.isEmpty()) {
      return outside ? new Unsatisfiable() : new Whole();
    }
    long sum = parts.stream().mapToLong(Part::length).sum();
    return sum > size || parts.size() > MOST_PARTS ? new Whole() : new Parts(parts);
  }

  private static boolean isOrdered(String first, String last) {
    if (first.isEmpty() || last.isEmpty()) {
      return !first.equals(last);
    }
    return Long.parseLong(first) <= Long.parseLong(last);
  }

  /** Empty if there is nothing there. */
  private static Optional<Part> part(String first, String last, long size) {
    long begin = first.isEmpty() ? Math.max(0, size - Long.parseLong(last)) : Long.parseLong(first);
    long end = first.isEmpty() || last.isEmpty() ? size : Math.min(size, Long.parseLong(last) + 1);
    return begin < end ? Optional.of(new Part(begin, end - begin)) : Optional.empty();
  }
}
