// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.snippet;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a snippet or library says about something that it does not hold itself. */
public sealed interface Reference permits SourceReference, LibraryReference {

  /** The name of the object. */
  String name();

  /** Its namespace; null for that of whoever refers to it. */
  @Nullable String namespace();

  /** Which object is meant. */
  default ResourceName target(ResourceName referrer) {
    return new ResourceName(Optional.ofNullable(namespace()).orElse(referrer.namespace()), name());
  }

  /** Whether the object lies in another namespace than whoever refers to it. */
  default boolean leaves(ResourceName referrer) {
    var home = namespace();
    return home != null && !home.equals(referrer.namespace());
  }
}
