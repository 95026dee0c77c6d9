// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.artifact;

/** Why a store does not do what it was asked for. */
public enum StoreProblem {
  /** There is no space left. */
  FULL,
  /** It may be read only. */
  READ_ONLY,
  /** It knows us but does not let us, or does not know us. */
  DENIED,
  /** The folder or bucket is gone. */
  MISSING,
  /** It does not answer, or not in time. */
  UNREACHABLE,
  /** It answered with a failure of its own. */
  BROKEN
}
