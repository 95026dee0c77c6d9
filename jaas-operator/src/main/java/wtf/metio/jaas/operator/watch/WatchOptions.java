// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.watch;

import java.util.List;
import java.util.function.DoubleSupplier;
import wtf.metio.jaas.operator.feed.FeedOptions;

/**
 * What is watched.
 *
 * @param namespaces nothing outside them is looked after; empty for all
 * @param labels a selector of snippets and libraries; empty for any. Sources are always watched
 * @param feeds how patiently
 * @param chance between zero and one, so that replicas do not ask all at once
 */
public record WatchOptions(
    List<String> namespaces, String labels, FeedOptions feeds, DoubleSupplier chance) {
  public WatchOptions {
    namespaces = namespaces.stream().distinct().sorted().toList();
  }

  /** Whether snippets may be there that are not looked after. */
  boolean isRestricted() {
    return !namespaces.isEmpty() || !labels.isEmpty();
  }
}
