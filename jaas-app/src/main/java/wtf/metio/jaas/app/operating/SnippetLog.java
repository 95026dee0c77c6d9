// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.operating;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wtf.metio.jaas.app.publishing.SnippetLines;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Deferral;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.reconcile.library.LibraryListener;
import wtf.metio.jaas.operator.reconcile.observation.PassTrace;
import wtf.metio.jaas.operator.reconcile.observation.ReconcileListener;
import wtf.metio.jaas.operator.reconcile.withdrawal.ForceCause;
import wtf.metio.jaas.work.Turn;

/** Writes a line for each outcome. */
public final class SnippetLog implements ReconcileListener {

  private static final Logger LOG = LoggerFactory.getLogger(SnippetLog.class);

  /** Writes what becomes of libraries. */
  public LibraryListener libraries() {
    return new LibraryLog();
  }

  @Override
  public void began(Turn<ResourceName> turn) {
    SnippetLines.began(turn);
  }

  @Override
  public void rendered(ResourceName snippet, long bytes) {
    SnippetLines.rendered(snippet, bytes);
  }

  @Override
  public void ended(
      ResourceName snippet, boolean ready, Reason reason, String message, boolean changed) {
    if (!changed) {
      SnippetLines.isAsBefore(snippet);
    } else if (ready) {
      SnippetLines.about(LOG.atInfo(), snippet)
          .addKeyValue("message", message)
          .log("Snippet is published");
    } else {
      SnippetLines.isNotPublished(snippet, reason, message);
    }
  }

  @Override
  public void deferred(ResourceName snippet, Deferral cause, String message) {
    SnippetLines.deferred(snippet, cause, message);
  }

  @Override
  public void withdrawn(ResourceName snippet) {
    SnippetLines.withdrawn(snippet);
  }

  @Override
  public void forced(ResourceName snippet, ForceCause cause, String message) {
    SnippetLines.about(LOG.atWarn(), snippet)
        .addKeyValue("reason", cause.text())
        .addKeyValue("message", message)
        .log("Snippet is gone, but something of it is left");
  }

  @Override
  public void failed(ResourceName snippet, String message) {
    SnippetLines.failed(snippet, message);
  }

  @Override
  public void broke(ResourceName snippet, Throwable defect) {
    SnippetLines.broke(snippet, defect);
  }

  @Override
  public void traced(PassTrace trace) {
    // Spans tell.
  }

  private static final class LibraryLog implements LibraryListener {

    @Override
    public void ended(ResourceName library, boolean ready, Reason reason, String message) {
      if (ready) {
        SnippetLines.about(LOG.atInfo(), library)
            .addKeyValue("message", message)
            .log("Library can be used");
      } else {
        SnippetLines.about(LOG.atWarn(), library)
            .addKeyValue("reason", reason.text())
            .addKeyValue("message", message)
            .log("Library cannot be used");
      }
    }

    @Override
    public void failed(ResourceName library, String message) {
      SnippetLines.about(LOG.atWarn(), library)
          .addKeyValue("error", message)
          .log("Cannot write the status of a library");
    }

    @Override
    public void broke(ResourceName library, Throwable defect) {
      SnippetLines.about(LOG.atError(), library)
          .setCause(defect)
          .log("A pass over a library broke");
    }
  }
}
