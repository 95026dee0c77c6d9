// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the lines that differ. Lines that stand once in both texts hold them together; between
 * these, the longest common sequence is looked for as long as that is little work.
 *
 * <p>Takes time in proportion to the texts and their difference, and never more than a bound.
 */
final class LineDiff {

  /** Cells of a table; beyond, everything between two lines that agree counts as replaced. */
  private static final long LARGEST_TABLE = 4_000_000;

  private final int[] before;
  private final int[] after;
  private final List<Region> regions = new ArrayList<>();

  private LineDiff(int[] before, int[] after) {
    this.before = before;
    this.after = after;
  }

  /** The regions that differ, in order. */
  static List<Region> of(List<String> before, List<String> after) {
    Map<String, Integer> numbers = new HashMap<>();
    var diff = new LineDiff(numbered(before, numbers), numbered(after, numbers));
    diff.range(0, before.size(), 0, after.size());
    return diff.regions;
  }

  private static int[] numbered(List<String> lines, Map<String, Integer> numbers) {
    return lines.stream()
        .mapToInt(
            line -> {
              int next = numbers.size();
              return numbers.computeIfAbsent(line, _ -> next);
            })
        .toArray();
  }

  private void range(int oldFrom, int oldTo, int newFrom, int newTo) {
    int a = oldFrom;
    int b = newFrom;
    while (a < oldTo && b < newTo && before[a] == after[b]) {
      a++;
      b++;
    }
    int c = oldTo;
    int d = newTo;
    while (c > a && d > b && before[c - 1] == after[d - 1]) {
      c--;
      d--;
    }
    if (a == c || b == d) {
      add(a, c, b, d);
    } else {
      inner(a, c, b, d);
    }
  }

  private void inner(int a, int c, int b, int d) {
    var anchors = anchors(a, c, b, d);
    if (anchors.isEmpty()) {
      if ((long) (c - a) * (d - b) <= LARGEST_TABLE) {
        table(a, c, b, d);
      } else {
        add(a, c, b, d);
      }
      return;
    }
    int fromOld = a;
    int fromNew = b;
    for (var anchor : anchors) {
      range(fromOld, anchor[0], fromNew, anchor[1]);
      fromOld = anchor[0] + 1;
      fromNew = anchor[1] + 1;
    }
    range(fromOld, c, fromNew, d);
  }

  private void add(int a, int c, int b, int d) {
    if (a == c && b == d) {
      return;
    }
    if (!regions.isEmpty() && regions.getLast().oldEnd() == a && regions.getLast().newEnd() == b) {
      var last = regions.removeLast();
      regions.add(new Region(last.oldBegin(), c, last.newBegin(), d));
    } else {
      regions.add(new Region(a, c, b, d));
    }
  }

  /** Lines that stand once in each, as many of them as keep their order: pairs of positions. */
  private List<int[]> anchors(int a, int c, int b, int d) {
    Map<Integer, Integer> inOld = once(before, a, c);
    Map<Integer, Integer> inNew = once(after, b, d);
    var pairs = new ArrayList<int[]>();
    for (int i = a; i < c; i++) {
      var other = inNew.get(before[i]);
      if (other != null && other >= 0 && inOld.getOrDefault(before[i], -1) == i) {
        pairs.add(new int[] {i, other});
      }
    }
    return increasing(pairs);
  }

  /** The position of each line, or -1 if it stands there again. */
  private static Map<Integer, Integer> once(int[] lines, int from, int to) {
    Map<Integer, Integer> once = new HashMap<>();
    for (int i = from; i < to; i++) {
      once.merge(lines[i], i, (_, _) -> -1);
    }
    return once;
  }

  /** The longest part of the pairs in which the second positions increase, by patience sorting. */
  private static List<int[]> increasing(List<int[]> pairs) {
    int[] tops = new int[pairs.size()];
    int[] previous = new int[pairs.size()];
    int piles = 0;
    for (int i = 0; i < pairs.size(); i++) {
      int low = 0;
      int high = piles;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (pairs.get(tops[middle])[1] < pairs.get(i)[1]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      tops[low] = i;
      previous[i] = low == 0 ? -1 : tops[low - 1];
      piles = Math.max(piles, low + 1);
    }
    var longest = new ArrayList<int[]>();
    for (int i = piles == 0 ? -1 : tops[piles - 1]; i >= 0; i = previous[i]) {
      longest.add(pairs.get(i));
    }
    return longest.reversed();
  }

  /** The longest common sequence, by a table of its lengths. */
  private void table(int a, int c, int b, int d) {
    int[][] lengths = new int[c - a + 1][d - b + 1];
    for (int i = c - a - 1; i >= 0; i--) {
      for (int j = d - b - 1; j >= 0; j--) {
        lengths[i][j] =
            before[a + i] == after[b + j]
                ? lengths[i + 1][j + 1] + 1
                : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (a + i < c && b + j < d) {
      if (before[a + i] == after[b + j]) {
        i++;
        j++;
      } else if (lengths[i + 1][j] >= lengths[i][j + 1]) {
        add(a + i, a + i + 1, b + j, b + j);
        i++;
      } else {
        add(a + i, a + i, b + j, b + j + 1);
        j++;
      }
    }
    add(a + i, c, b + j, d);
  }
}
