// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.publishing;

import java.time.Duration;
import java.util.List;
import wtf.metio.jaas.directory.DirectoryListener;
import wtf.metio.jaas.directory.status.SnippetStatus;
import wtf.metio.jaas.domain.publication.Deferral;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.work.Turn;

/** Tells two listeners, one after the other. */
record Both(DirectoryListener first, DirectoryListener second) implements DirectoryListener {

  @Override
  public void looked(int files, Duration took) {
    first.looked(files, took);
    second.looked(files, took);
  }

  @Override
  public void problems(List<String> problems) {
    first.problems(problems);
    second.problems(problems);
  }

  @Override
  public void began(Turn<ResourceName> turn) {
    first.began(turn);
    second.began(turn);
  }

  @Override
  public void rendered(ResourceName snippet, long bytes) {
    first.rendered(snippet, bytes);
    second.rendered(snippet, bytes);
  }

  @Override
  public void ended(SnippetStatus status, boolean changed, List<String> notes) {
    first.ended(status, changed, notes);
    second.ended(status, changed, notes);
  }

  @Override
  public void deferred(ResourceName snippet, Deferral cause, String message) {
    first.deferred(snippet, cause, message);
    second.deferred(snippet, cause, message);
  }

  @Override
  public void withdrawn(ResourceName snippet) {
    first.withdrawn(snippet);
    second.withdrawn(snippet);
  }

  @Override
  public void failed(ResourceName snippet, String message) {
    first.failed(snippet, message);
    second.failed(snippet, message);
  }

  @Override
  public void broke(ResourceName snippet, Throwable defect) {
    first.broke(snippet, defect);
    second.broke(snippet, defect);
  }
}
