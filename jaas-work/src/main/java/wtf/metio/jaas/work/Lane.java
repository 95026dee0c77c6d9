// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.work;

/** Why something is looked at, the most pressing first. */
public enum Lane {
  /** Somebody changed something and waits for the effect. */
  CHANGE,
  /** It was time to look again. */
  CHECK,
  /** It failed and may succeed now; those that fail for good never leave this lane. */
  RETRY
}
