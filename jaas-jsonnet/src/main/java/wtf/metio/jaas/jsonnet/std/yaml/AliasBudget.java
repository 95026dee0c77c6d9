// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.yaml;

/**
 * How much of a document may come from aliases: nearly all of a small one, a tenth of a large one.
 */
final class AliasBudget {

  private static final int SMALL = 400_000;
  private static final int LARGE = 4_000_000;
  private static final double SHARE_OF_SMALL = 0.99;
  private static final double SHARE_OF_LARGE = 0.10;

  /** Documents below both of these are not looked at. */
  private static final int FEW_NODES = 1000;

  private static final int FEW_COPIES = 100;

  private int nodes;
  private int copies;
  private int depth;

  /** Counts a node. */
  void count() {
    nodes++;
    if (depth > 0) {
      copies++;
    }
    if (copies > FEW_COPIES && nodes > FEW_NODES && (double) copies / nodes > share()) {
      throw YamlFailure.of("document contains excessive aliasing");
    }
  }

  /** The nodes that follow are copies. */
  void enterAlias() {
    depth++;
  }

  /** The nodes that follow are what they were before. */
  void leaveAlias() {
    depth--;
  }

  private double share() {
    if (nodes <= SMALL) {
      return SHARE_OF_SMALL;
    }
    if (nodes >= LARGE) {
      return SHARE_OF_LARGE;
    }
    double way = (double) (nodes - SMALL) / (LARGE - SMALL);
    return SHARE_OF_SMALL - (SHARE_OF_SMALL - SHARE_OF_LARGE) * way;
  }
}
