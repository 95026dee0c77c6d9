// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import java.time.Duration;
import java.util.Optional;
import wtf.metio.jaas.domain.snippet.ResourceName;

/** How often one snippet may be rendered. Any number of threads may call at once. */
@FunctionalInterface
public interface RateLimit {

  /** As often as anybody likes. */
  RateLimit NONE = snippet -> Optional.empty();

  /** Takes one of the snippet's turns; if there is none, how long until there is. */
  Optional<Duration> take(ResourceName snippet);

  /** A snippet is gone; another one of its name begins anew. */
  default void forget(ResourceName snippet) {}
}
