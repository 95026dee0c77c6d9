// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes.call;

/** Where a call stands in the body of a function. */
public enum TailPosition {
  /** Something is done with its result. */
  NONE,
  /** Its result is that of the function. */
  BODY,
  /**
   * It is the operand computed last: the reference lets it take the place of the function in its
   * count of frames, although something is done with its result.
   */
  OPERAND
}
