// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of figures to the right of their columns, followed by texts to the left of theirs.
 *
 * <p>No line is longer than {@value #WIDTH} characters unless its figures are: texts share what is
 * left and are cut at their beginnings.
 */
final class Table {

  private static final int WIDTH = 100;
  private static final String GAP = "  ";

  private final List<String> heads;
  private final int[] widths;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * An empty table.
   *
   * @param heads of all columns
   * @param widths of the columns with figures, which come first
   */
  Table(List<String> heads, int... widths) {
    this.heads = heads;
    this.widths = widths;
  }

  void row(String... cells) {
    rows.add(List.of(cells));
  }

  void appendTo(StringBuilder page) {
    int[] all = new int[heads.size()];
    System.arraycopy(widths, 0, all, 0, widths.length);
    shareTheRest(all);
    line(page, heads, all);
    rows.forEach(row -> line(page, row, all));
  }

  // Each text may have its part of what is left, and what the others do not need of theirs.
  private void shareTheRest(int[] all) {
    int left = WIDTH - GAP.length();
    for (int width : widths) {
      left -= width + 1;
    }
    for (int i = all.length - 1; i >= widths.length; i--) {
      int part = (left - GAP.length() * (i - widths.length)) / (i - widths.length + 1);
      int others = 0;
      for (int j = widths.length; j < i; j++) {
        others += Math.min(longest(j), part) + GAP.length();
      }
      all[i] = Math.min(longest(i), left - others);
      left -= all[i] + GAP.length();
    }
  }

  private int longest(int column) {
    return rows.stream()
        .map(row -> row.get(column))
        .mapToInt(cell -> cell.codePointCount(0, cell.length()))
        .reduce(heads.get(column).length(), Math::max);
  }

  private void line(StringBuilder page, List<String> cells, int[] all) {
    var line = new StringBuilder();
    for (int i = 0; i < all.length; i++) {
      var cell = cells.get(i);
      if (i < widths.length) {
        line.append(i == 0 ? "" : " ").append(" ".repeat(Math.max(0, all[i] - cell.length())));
        line.append(cell);
      } else {
        var text = Figures.end(cell, all[i]);
        line.append(GAP).append(text);
        line.append(" ".repeat(all[i] - text.codePointCount(0, text.length())));
      }
    }
    page.append(line.toString().stripTrailing()).append('\n');
  }
}
