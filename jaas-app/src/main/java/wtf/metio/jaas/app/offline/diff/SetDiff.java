// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import wtf.metio.jaas.domain.source.FileSet;

/** How a set of files differs from another one, as {@code diff -u} or Markdown shows it. */
public record SetDiff(List<FileDiff> files) {

  /** Comments on changes have a bound of their own, and nobody reads more. */
  private static final int MOST_MARKDOWN_LINES = 400;

  private static final String NOWHERE = "/dev/null";

  public SetDiff {
    files = List.copyOf(files);
  }

  /** Compares two sets; files that are equal are not part of the answer. */
  public static SetDiff of(FileSet before, FileSet after) {
    var names = new TreeSet<>(before.paths());
    names.addAll(after.paths());
    var files = new ArrayList<FileDiff>();
    for (var name : names) {
      FileDiff.of(name, before.content(name).orElse(null), after.content(name).orElse(null))
          .ifPresent(files::add);
    }
    return new SetDiff(files);
  }

  /** Whether nothing differs. */
  public boolean isEmpty() {
    return files.isEmpty();
  }

  /** As {@code diff -u} writes it; patches can be made of it. */
  public String unified() {
    return files.stream().map(SetDiff::unified).collect(Collectors.joining());
  }

  private static String unified(FileDiff file) {
    var old = file.change() == FileDiff.Change.ADDED ? NOWHERE : "a/" + file.name();
    var fresh = file.change() == FileDiff.Change.REMOVED ? NOWHERE : "b/" + file.name();
    return "--- " + old + "\n+++ " + fresh + '\n' + String.join("\n", file.hunks()) + '\n';
  }

  /** As a comment: a table of the files, and each difference to be unfolded. */
  public String markdown() {
    if (isEmpty()) {
      return "Nothing that is rendered changes.\n";
    }
    var page = new StringBuilder("| File | | Lines |\n|---|---|---|\n");
    for (var file : files) {
      page.append("| `").append(file.name()).append("` | ").append(word(file)).append(" | +");
      page.append(file.added()).append(" -").append(file.removed()).append(" |\n");
    }
    for (var file : files) {
      page.append("\n<details><summary><code>").append(file.name());
      page.append("</code></summary>\n\n");
      block(file, page);
      page.append("\n</details>\n");
    }
    return page.toString();
  }

  private static void block(FileDiff file, StringBuilder page) {
    var shown = file.hunks().stream().limit(MOST_MARKDOWN_LINES).toList();
    var text = String.join("\n", shown);
    // A block ends at a fence that is as long as its own.
    var fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    page.append(fence).append("diff\n").append(text).append('\n').append(fence).append('\n');
    int hidden = file.hunks().size() - shown.size();
    if (hidden > 0) {
      page.append("\n... and ").append(hidden).append(" more lines\n");
    }
  }

  private static String word(FileDiff file) {
    return switch (file.change()) {
      case ADDED -> "new";
      case REMOVED -> "removed";
      case CHANGED -> "changed";
    };
  }
}
