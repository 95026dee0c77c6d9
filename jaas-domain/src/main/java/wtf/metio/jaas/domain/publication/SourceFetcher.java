// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.SourceReference;

/**
 * Brings the files of sources that somebody else publishes.
 *
 * <p>Any number of threads may call at once. What the source says of itself - not ready, refused,
 * damaged - is an answer, not an exception.
 */
public interface SourceFetcher {

  /** Where a source is now. */
  sealed interface Location {

    /**
     * It is there.
     *
     * @param revision changes whenever its files may have changed, and equal ones mean equal files
     */
    record Found(String revision, Download download) implements Location {}

    /** It is not, or may not be had. */
    record Unavailable(SourceProblem problem) implements Location {}
  }

  /** What came of a download. */
  sealed interface Delivery {

    /** The files; to be closed by the caller. */
    record Delivered(SourceTree tree) implements Delivery {}

    /** There are none. */
    record Undelivered(SourceProblem problem) implements Delivery {}
  }

  /**
   * Why there are no files.
   *
   * @param message for the author of whoever refers to the source
   */
  record SourceProblem(Reason reason, String message, Retry retry) {}

  /** Brings the files of a source that was located. */
  @FunctionalInterface
  interface Download {

    /** Waits for the files. Equal files that are at hand are not brought again. */
    Delivery fetch(Cancellation cancellation);
  }

  /**
   * Looks where a source is, without bringing its files.
   *
   * @param referrer whoever refers to it; its namespace is meant where the reference names none
   * @param tenant on whose behalf
   */
  Location locate(SourceReference reference, ResourceName referrer, Tenant tenant);
}
