// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.publishing;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import wtf.metio.jaas.directory.DirectoryListener;
import wtf.metio.jaas.directory.status.Ready;
import wtf.metio.jaas.directory.status.SnippetStatus;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Deferral;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.work.Turn;

/** Writes a line for each outcome. */
final class PublishingLog implements DirectoryListener {

  private static final Logger LOG = LoggerFactory.getLogger(PublishingLog.class);

  /** Of many of a kind a few are enough to know where to look. */
  private static final int SHOWN = 20;

  private final Set<String> complained = new HashSet<>();

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
  public void ended(SnippetStatus status, boolean changed, List<String> notes) {
    if (changed) {
      status.ready().ifPresent(ready -> ended(status, ready));
    } else {
      about(LOG.atDebug(), status.name()).log("Snippet is as before");
    }
    for (var note : notes) {
      about(LOG.atInfo(), status.name()).addKeyValue("note", note).log("Note for an author");
    }
  }

  private static void ended(SnippetStatus status, Ready ready) {
    if (ready.met()) {
      about(LOG.atInfo(), status.name())
          .addKeyValue("reason", ready.reason().text())
          .addKeyValue("url", status.artifactUrl())
          .addKeyValue("message", ready.message())
          .log("Snippet is published");
    } else if (ready.reason() == Reason.SUSPENDED) {
      about(LOG.atInfo(), status.name()).log("Snippet is suspended");
    } else {
      about(LOG.atWarn(), status.name())
          .addKeyValue("reason", ready.reason().text())
          .addKeyValue("message", ready.message())
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
  public void failed(ResourceName snippet, String message) {
    about(LOG.atWarn(), snippet).addKeyValue("error", message).log("Cannot finish with a snippet");
  }

  @Override
  public void broke(ResourceName snippet, Throwable defect) {
    about(LOG.atError(), snippet).setCause(defect).log("A pass over a snippet broke");
  }

  @Override
  public void looked(int files, Duration took) {
    LOG.atDebug()
        .addKeyValue("count", files)
        .addKeyValue("elapsed", took)
        .log("Looked at the manifests");
  }

  @Override
  public void problems(List<String> problems) {
    problems.stream()
        .filter(problem -> !complained.contains(problem))
        .limit(SHOWN)
        .forEach(
            problem -> LOG.atWarn().addKeyValue("problem", problem).log("Problem in a manifest"));
    complained.clear();
    complained.addAll(problems);
  }

  private static LoggingEventBuilder about(LoggingEventBuilder line, ResourceName snippet) {
    return line.addKeyValue("namespace", snippet.namespace()).addKeyValue("name", snippet.name());
  }
}
