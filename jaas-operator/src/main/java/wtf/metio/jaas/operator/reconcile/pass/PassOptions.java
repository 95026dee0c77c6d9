// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.pass;

import java.time.Duration;
import wtf.metio.jaas.domain.artifact.BaseUrl;

/**
 * How passes are made.
 *
 * @param defaultServiceAccount of snippets that name none; empty for none
 * @param base below which what is published here is reached
 * @param deadline of one pass
 * @param withdrawalPatience how long a deleted snippet is kept if it cannot be withdrawn
 */
public record PassOptions(
    String defaultServiceAccount, BaseUrl base, Duration deadline, Duration withdrawalPatience) {

  /** No pass takes longer, whatever its sources do. */
  public static final Duration USUAL_DEADLINE = Duration.ofMinutes(10);
}
