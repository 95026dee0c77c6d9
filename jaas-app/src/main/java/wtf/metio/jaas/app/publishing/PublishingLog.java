// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.publishing;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wtf.metio.jaas.directory.DirectoryListener;
import wtf.metio.jaas.directory.status.Ready;
import wtf.metio.jaas.directory.status.SnippetStatus;
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
    SnippetLines.began(turn);
  }

  @Override
  public void rendered(ResourceName snippet, long bytes) {
    SnippetLines.rendered(snippet, bytes);
  }

  @Override
  public void ended(SnippetStatus status, boolean changed, List<String> notes) {
    if (changed) {
      status.ready().ifPresent(ready -> ended(status, ready));
    } else {
      SnippetLines.isAsBefore(status.name());
    }
    for (var note : notes) {
      SnippetLines.about(LOG.atInfo(), status.name())
          .addKeyValue("note", note)
          .log("Note for an author");
    }
  }

  private static void ended(SnippetStatus status, Ready ready) {
    if (ready.met()) {
      SnippetLines.about(LOG.atInfo(), status.name())
          .addKeyValue("reason", ready.reason().text())
          .addKeyValue("url", status.artifactUrl())
          .addKeyValue("message", ready.message())
          .log("Snippet is published");
    } else {
      SnippetLines.isNotPublished(status.name(), ready.reason(), ready.message());
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
  public void failed(ResourceName snippet, String message) {
    SnippetLines.failed(snippet, message);
  }

  @Override
  public void broke(ResourceName snippet, Throwable defect) {
    SnippetLines.broke(snippet, defect);
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
}
