// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import java.util.Optional;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.snippet.Origin;
import wtf.metio.jaas.domain.snippet.ResourceName;

/** Looks up libraries. Any number of threads may call at once. */
public interface LibraryFinder {

  /** What is known of a library. */
  sealed interface Lookup {

    /**
     * It is described, and its files come from there.
     *
     * @param permission asked right before the files are used
     */
    record Found(Origin origin, Permission permission) implements Lookup {}

    /** There is none of this name. */
    record Absent() implements Lookup {}

    /** It may not be read, or could not. */
    record Unavailable(Reason reason, String message, Retry retry) implements Lookup {}
  }

  /** Whether somebody may use what was found. Waits for the answer. */
  @FunctionalInterface
  interface Permission {

    /** Where everybody may. */
    Permission GRANTED = Optional::empty;

    /** What is in the way; empty if nothing is. */
    Optional<SourceFetcher.SourceProblem> obstacle();
  }

  /**
   * Looks up a library.
   *
   * @param tenant on whose behalf it will be used, if it is
   */
  Lookup find(ResourceName library, Tenant tenant);
}
