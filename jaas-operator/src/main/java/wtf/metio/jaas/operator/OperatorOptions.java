// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.operator.leader.LeaseOptions;

/**
 * How a cluster is looked after.
 *
 * @param namespaces of snippets and libraries; empty for all
 * @param labelSelector of snippets and libraries; empty for any
 * @param defaultServiceAccount of snippets that name none; empty for none
 * @param baseUrl below which archives are served
 * @param withdrawalPatience how long a deleted snippet is kept if it cannot be withdrawn
 * @param workers how many snippets are looked at side by side
 * @param identity of this process among its replicas, at most 128 characters
 * @param lease by which replicas agree on the one that writes; null if this one is alone
 */
public record OperatorOptions(
    List<String> namespaces,
    String labelSelector,
    String defaultServiceAccount,
    String baseUrl,
    Duration withdrawalPatience,
    int workers,
    String identity,
    @Nullable LeaseOptions lease) {

  public OperatorOptions {
    namespaces = List.copyOf(namespaces);
  }

  /** By what replicas agree; empty if this process is alone. */
  Optional<LeaseOptions> election() {
    return Optional.ofNullable(lease);
  }
}
