// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.resource;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.artifact.Published;
import wtf.metio.jaas.operator.kube.KubeObject;

/**
 * The status of a snippet, as it is read and written.
 *
 * @param observedGeneration zero if it was never written
 * @param ready null if it was never written
 * @param artifactUrl empty if nothing was published
 * @param lastSync null if it never was
 * @param handled the newest request to look again that was met; empty if there was none
 * @param history those that are listed, newest first, each once; the first one is the revision that
 *     is published
 * @param inputsDigest of what the current revision was made from; empty if unknown
 */
public record SnippetStatus(
    long observedGeneration,
    @Nullable ReadyCondition ready,
    String artifactUrl,
    @Nullable Instant lastSync,
    String handled,
    List<Published> history,
    String inputsDigest) {

  /** Nothing was written yet. */
  public static final SnippetStatus EMPTY = new SnippetStatus(0, null, "", null, "", List.of(), "");

  public SnippetStatus {
    history = List.copyOf(history);
  }

  /**
   * Whether it is published as it is described.
   *
   * @param reason need not be one of ours: somebody else may have written it
   * @param since when status, reason or message changed last
   */
  public record ReadyCondition(
      boolean met, String reason, String message, @Nullable Instant since, long generation) {}

  /** The status that an object carries; {@link #EMPTY} if it carries none. */
  public static SnippetStatus of(KubeObject object) {
    return StatusReading.read(object.part("status"));
  }
}
