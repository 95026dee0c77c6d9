// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.work;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A line in which every group has the same share, however many of it wait. For one thread. */
final class FairLine<E> {

  private final SequencedMap<Object, Deque<E>> groups = new LinkedHashMap<>();

  void add(Object group, E element) {
    groups.computeIfAbsent(group, _ -> new ArrayDeque<>()).addLast(element);
  }

  /** The next one, whose group goes to the end; null if nobody waits. */
  @Nullable E poll() {
    var first = groups.pollFirstEntry();
    if (first == null) {
      return null;
    }
    var line = first.getValue();
    var element = line.pollFirst();
    if (!line.isEmpty()) {
      groups.putLast(first.getKey(), line);
    }
    return element;
  }
}
