// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.operating;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
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
    about(LOG.atDebug(), turn.key())
        .addKeyValue("lane", turn.lane())
        .addKeyValue("waited", turn.waited())
        .log("Looking at a snippet");
  }

  @Override
  public void rendered(ResourceName snippet, long bytes) {
    about(LOG.atDebug(), snippet).addKeyValue("bytes", bytes).log("Rendered a snippet");
  }

  @Override
  public void ended(
      ResourceName snippet, boolean ready, Reason reason, String message, boolean changed) {
    if (!changed) {
      about(LOG.atDebug(), snippet).log("Snippet is as before");
    } else if (ready) {
      about(LOG.atInfo(), snippet).addKeyValue("message", message).log("Snippet is published");
    } else if (reason == Reason.SUSPENDED) {
      about(LOG.atInfo(), snippet).log("Snippet is suspended");
    } else {
      about(LOG.atWarn(), snippet)
          .addKeyValue("reason", reason.text())
          .addKeyValue("message", message)
          .log("Snippet is not published as described");
    }
  }

  @Override
  public void deferred(ResourceName snippet, Deferral cause, String message) {
    about(LOG.atInfo(), snippet)
        .addKeyValue("reason", cause.text())
        .addKeyValue("message", message)
        .log("Snippet has to wait");
  }

  @Override
  public void withdrawn(ResourceName snippet) {
    about(LOG.atInfo(), snippet).log("Snippet is withdrawn");
  }

  @Override
  public void forced(ResourceName snippet, ForceCause cause, String message) {
    about(LOG.atWarn(), snippet)
        .addKeyValue("reason", cause.text())
        .addKeyValue("message", message)
        .log("Snippet is gone, but something of it is left");
  }

  @Override
  public void failed(ResourceName snippet, String message) {
    about(LOG.atWarn(), snippet).addKeyValue("error", message).log("Cannot finish with a snippet");
  }

  @Override
  public void broke(ResourceName snippet, Throwable defect) {
    about(LOG.atError(), snippet).setCause(defect).log("A pass over a snippet broke");
  }

  @Override
  public void traced(PassTrace trace) {
    // Spans tell.
  }

  private static LoggingEventBuilder about(LoggingEventBuilder line, ResourceName name) {
    return line.addKeyValue("namespace", name.namespace()).addKeyValue("name", name.name());
  }

  private static final class LibraryLog implements LibraryListener {

    @Override
    public void ended(ResourceName library, boolean ready, Reason reason, String message) {
      if (ready) {
        about(LOG.atInfo(), library).addKeyValue("message", message).log("Library can be used");
      } else {
        about(LOG.atWarn(), library)
            .addKeyValue("reason", reason.text())
            .addKeyValue("message", message)
            .log("Library cannot be used");
      }
    }

    @Override
    public void failed(ResourceName library, String message) {
      about(LOG.atWarn(), library)
          .addKeyValue("error", message)
          .log("Cannot write the status of a library");
    }

    @Override
    public void broke(ResourceName library, Throwable defect) {
      about(LOG.atError(), library).setCause(defect).log("A pass over a library broke");
    }
  }
}
