// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.lookup;

import java.util.Arrays;
import java.util.List;

/** A few names, mostly none. Immutable. */
public final class NameSet {

  public static final NameSet NONE = new NameSet();

  private final String[] sorted;

  private NameSet(String... sorted) {
    this.sorted = sorted;
  }

  /** Whether there is no name. */
  public boolean isEmpty() {
    return sorted.length == 0;
  }

  public boolean contains(String name) {
    return sorted.length > 0 && Arrays.binarySearch(sorted, name) >= 0;
  }

  /** These names and one more. */
  public NameSet with(String name) {
    int found = Arrays.binarySearch(sorted, name);
    if (found >= 0) {
      return this;
    }
    int at = -found - 1;
    var more = new String[sorted.length + 1];
    System.arraycopy(sorted, 0, more, 0, at);
    more[at] = name;
    System.arraycopy(sorted, at, more, at + 1, sorted.length - at);
    return new NameSet(more);
  }

  /** The names, in no order that means anything. */
  public List<String> names() {
    return List.of(sorted);
  }
}
