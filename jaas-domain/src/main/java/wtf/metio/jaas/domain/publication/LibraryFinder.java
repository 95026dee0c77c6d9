// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.snippet.Origin;
import wtf.metio.jaas.domain.snippet.ResourceName;

/** Looks up libraries. Any number of threads may call at once. */
public interface LibraryFinder {

  /** What is known of a library. */
  sealed interface Lookup {

    /** It is described, and its files come from there. */
    record Found(Origin origin) implements Lookup {}

    /** There is none of this name. */
    record Absent() implements Lookup {}

    /** It may not be read, or could not. */
    record Unavailable(Reason reason, String message, Retry retry) implements Lookup {}
  }

  /** Looks up a library on somebody's behalf. */
  Lookup find(ResourceName library, Tenant tenant);
}
