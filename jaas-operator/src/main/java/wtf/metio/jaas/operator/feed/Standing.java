// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.feed;

/** How a feed stands. */
public enum Standing {
  /** It never had everything. */
  STARTING,
  /** It has everything, and hears of changes. */
  IN_STEP,
  /** It had everything, and does not hear of changes now. */
  BEHIND,
  /** The API server does not know the kind. */
  ABSENT,
  /** It may not list or watch. */
  FORBIDDEN
}
