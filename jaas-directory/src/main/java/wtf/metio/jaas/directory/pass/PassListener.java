// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.pass;

import java.util.List;
import wtf.metio.jaas.directory.status.SnippetStatus;
import wtf.metio.jaas.domain.publication.Deferral;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.work.Turn;

/**
 * Hears what becomes of snippets. Called on the threads that make the passes, so it must not block.
 */
public interface PassListener {

  /** A turn began; it had waited for its time. */
  void began(Turn<ResourceName> turn);

  /** A program was rendered to this many bytes. */
  void rendered(ResourceName snippet, long bytes);

  /**
   * A pass ended with a status.
   *
   * @param changed whether anybody should be told: it differs from the one before, or something was
   *     published
   * @param notes for the author, if it was rendered
   */
  void ended(SnippetStatus status, boolean changed, List<String> notes);

  /** A pass was put off; the status stays. */
  void deferred(ResourceName snippet, Deferral cause, String message);

  /** A snippet is not described any more, and nothing of it is left. */
  void withdrawn(ResourceName snippet);

  /** A pass could not be made, or its status not be kept, for a reason that lies with the store. */
  void failed(ResourceName snippet, String message);

  /** A pass ended with an exception: a mistake of ours. */
  void broke(ResourceName snippet, Throwable defect);
}
