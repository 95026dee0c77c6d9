// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

/**
 * When a snippet that could not be published is looked at again, without anything having changed.
 */
public enum Retry {
  /** After a minute: time alone will hardly help. */
  SLOWLY,
  /** Soon, and less often the longer it lasts: it may pass by itself. */
  WITH_BACKOFF
}
