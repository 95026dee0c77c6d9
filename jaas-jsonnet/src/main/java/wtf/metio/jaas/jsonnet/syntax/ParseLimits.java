// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.syntax;

import wtf.metio.jaas.jsonnet.diagnostics.Checkpoint;

/**
 * How much one parse may use.
 *
 * @param maxNesting how deep constructs may stand within each other, at least one; chains such as
 *     {@code a.b.c} and {@code 1 + 1 + 1} are not nested. Every pass over a tree may rely on it
 * @param checkpoint asked every few thousand tokens whether to go on
 */
public record ParseLimits(int maxNesting, Checkpoint checkpoint) {

  /** Deeper than any program seen in use. Parser and static checks need 8 MiB of stack for it. */
  public static final int DEFAULT_MAX_NESTING = 4_000;

  /** The default depth, and nothing that stops the parse. */
  public static final ParseLimits DEFAULT = new ParseLimits(DEFAULT_MAX_NESTING, Checkpoint.NONE);

  /** Checks the range. */
  public ParseLimits {
    if (maxNesting < 1) {
      throw new IllegalArgumentException("maxNesting must be at least 1, not " + maxNesting);
    }
  }
}
