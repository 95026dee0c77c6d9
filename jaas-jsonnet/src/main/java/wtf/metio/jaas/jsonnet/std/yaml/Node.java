// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.yaml;

import java.util.List;

/** A part of a document. */
sealed interface Node {

  /**
   * A scalar.
   *
   * @param tag empty if there is none
   * @param plain whether it has neither quotes nor a tag, so that its text says what it is
   */
  record Scalar(String value, String tag, boolean plain) implements Node {}

  /** A list. */
  record Sequence(List<Node> items) implements Node {}

  /** Keys and values by turns. */
  record Mapping(List<Node> entries) implements Node {}

  /**
   * A reference to a node.
   *
   * @param target may be a node around this one
   */
  record Alias(String name, Node target) implements Node {}
}
