// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.flux;

import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.publication.SourceFetcher.SourceProblem;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.tenant.Setback;

/**
 * What a snippet is told of a source.
 *
 * @param source as its user named it
 * @param foreign whether it lies in another namespace than the snippet: nothing of there is told
 */
record SourceWords(String kind, ResourceName source, boolean foreign) {

  private static final String NOT_READY = "): source not ready";
  private static final String NO_ARTIFACT = ": source has no status.artifact yet";
  private static final String NO_URL =
      ": status.artifact.url is empty: source has no status.artifact yet";

  /** It says itself why it cannot be used. */
  SourceProblem notReady(String why) {
    return said(Reason.SOURCE_NOT_READY, name() + " (" + why + NOT_READY, Retry.WITH_BACKOFF);
  }

  /**
   * It offers nothing yet.
   *
   * @param withoutUrl whether there is an artifact, but no address of it
   */
  SourceProblem withoutArtifact(boolean withoutUrl) {
    var what = withoutUrl ? NO_URL : NO_ARTIFACT;
    return said(Reason.SOURCE_NOT_READY, name() + what, Retry.WITH_BACKOFF);
  }

  /** It offers something else than a moment ago. */
  SourceProblem changed() {
    return notReady("changed while it was read");
  }

  // Its coming wakes the snippet, so that nothing is lost by waiting.
  SourceProblem absent() {
    return said(Reason.SOURCE_FETCH_FAILED, name() + " not found", Retry.SLOWLY);
  }

  /** It was not to be read. */
  SourceProblem of(Setback setback) {
    return said(setback.reason(), setback.message(), setback.retry());
  }

  /** Its archive was not to be had. */
  SourceProblem of(SourceProblem problem) {
    return said(problem.reason(), problem.message(), problem.retry());
  }

  private String name() {
    return kind + ' ' + source;
  }

  private SourceProblem said(Reason reason, String message, Retry retry) {
    return new SourceProblem(reason, foreign ? unreachable() : message, retry);
  }

  private String unreachable() {
    return "cross-namespace "
        + kind
        + " \""
        + source.name()
        + "\" is not reachable; check the source CR's status in \""
        + source.namespace()
        + '"';
  }
}
