// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest;

import java.util.List;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.manifest.schema.Finding;
import wtf.metio.jaas.manifest.tree.Node;

/** The name or namespace of an object that somebody refers to. */
final class ReferencedName {

  private ReferencedName() {}

  /**
   * Whether the text in a field, if there is any, can be such a name. A cluster would take any text
   * and find nothing; here it must not become a path.
   */
  static boolean isSafe(Node.Fields reference, String field, String path, List<Finding> findings) {
    var text = reference.text(field).orElse("");
    if (text.isEmpty() || ResourceName.safe(text)) {
      return true;
    }
    findings.add(
        new Finding(
            reference.get(field).map(Node::line).orElse(reference.line()),
            path + '.' + field,
            "must be the name of an object, without slashes, found \"" + text + '"'));
    return false;
  }
}
