// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.publishing;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Deferral;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.work.Turn;

/** What the log says of a published snippet, whoever describes it. */
public final class SnippetLines {

  private static final Logger LOG = LoggerFactory.getLogger(SnippetLines.class);

  private SnippetLines() {}

  /** Says on a line which object it is about. */
  public static LoggingEventBuilder about(LoggingEventBuilder line, ResourceName object) {
    return line.addKeyValue("namespace", object.namespace()).addKeyValue("name", object.name());
  }

  /** A pass begins. */
  public static void began(Turn<ResourceName> turn) {
    about(LOG.atDebug(), turn.key())
        .addKeyValue("lane", turn.lane())
        .addKeyValue("waited", turn.waited())
        .log("Looking at a snippet");
  }

  /** A program was rendered. */
  public static void rendered(ResourceName snippet, long bytes) {
    about(LOG.atDebug(), snippet).addKeyValue("bytes", bytes).log("Rendered a snippet");
  }

  /** A pass changed nothing. */
  public static void isAsBefore(ResourceName snippet) {
    about(LOG.atDebug(), snippet).log("Snippet is as before");
  }

  /** A pass ended, and not with what the description asks for. */
  public static void isNotPublished(ResourceName snippet, Reason reason, String message) {
    if (reason == Reason.SUSPENDED) {
      about(LOG.atInfo(), snippet).log("Snippet is suspended");
    } else {
      about(LOG.atWarn(), snippet)
          .addKeyValue("reason", reason.text())
          .addKeyValue("message", message)
          .log("Snippet is not published as described");
    }
  }

  /** A pass was put off. */
  public static void deferred(ResourceName snippet, Deferral cause, String message) {
    about(LOG.atInfo(), snippet)
        .addKeyValue("reason", cause.text())
        .addKeyValue("message", message)
        .log("Snippet has to wait");
  }

  /** It is gone, or nobody looks after it any more. */
  public static void withdrawn(ResourceName snippet) {
    about(LOG.atInfo(), snippet).log("Snippet is withdrawn");
  }

  /** A pass could not be made. */
  public static void failed(ResourceName snippet, String message) {
    about(LOG.atWarn(), snippet).addKeyValue("error", message).log("Cannot finish with a snippet");
  }

  /** A pass ended with a mistake of ours. */
  public static void broke(ResourceName snippet, Throwable defect) {
    about(LOG.atError(), snippet).setCause(defect).log("A pass over a snippet broke");
  }
}
