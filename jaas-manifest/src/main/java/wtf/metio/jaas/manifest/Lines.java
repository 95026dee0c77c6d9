// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest;

import java.util.Optional;
import java.util.regex.Pattern;
import wtf.metio.jaas.manifest.tree.Node;

/** Finds the line of a field by its path. */
final class Lines {

  private static final Pattern STEP = Pattern.compile("\\[(?<index>\\d+)]|\\.?(?<name>[^.\\[]+)");

  private Lines() {}

  /** The line of a field, or of the part of the path that is there; empty if nothing is. */
  static Optional<Integer> of(Node root, String field) {
    Optional<Integer> line = Optional.empty();
    var node = root;
    var steps = STEP.matcher(field);
    while (steps.find()) {
      if (node instanceof Node.Fields(_, var entries) && entries.containsKey(steps.group("name"))) {
        var entry = entries.get(steps.group("name"));
        line = Optional.of(entry.line());
        node = entry.value();
      } else if (node instanceof Node.Items(_, var elements)
          && steps.group("index") != null
          && Integer.parseInt(steps.group("index")) < elements.size()) {
        node = elements.get(Integer.parseInt(steps.group("index")));
        line = Optional.of(node.line());
      } else {
        return line;
      }
    }
    return line;
  }
}
