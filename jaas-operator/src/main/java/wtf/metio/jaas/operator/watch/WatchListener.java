// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.watch;

import wtf.metio.jaas.operator.feed.FeedListener;
import wtf.metio.jaas.operator.kube.ResourceType;

/** Hears how the watches are doing. Called on their threads; must not block. */
public interface WatchListener extends FeedListener {

  /** A kind is defined, but cannot be listed or watched (yet); it is tried again. */
  default void engagementFailed(ResourceType type, String message) {}
}
