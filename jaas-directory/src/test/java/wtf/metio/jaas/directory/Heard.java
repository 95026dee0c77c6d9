// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import wtf.metio.jaas.directory.status.Ready;
import wtf.metio.jaas.directory.status.SnippetStatus;
import wtf.metio.jaas.domain.publication.Deferral;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.work.Turn;

/** Notes everything as lines. */
final class Heard implements DirectoryListener {

  final List<String> lines = new CopyOnWriteArrayList<>();

  @Override
  public void looked(int files, Duration took) {
    // Far too often for a line.
  }

  @Override
  public void problems(List<String> problems) {
    lines.add("problems " + problems);
  }

  @Override
  public void began(Turn<ResourceName> turn) {
    // Every other line says so.
  }

  @Override
  public void rendered(ResourceName snippet, long bytes) {
    lines.add("rendered " + snippet + ' ' + bytes);
  }

  @Override
  public void ended(SnippetStatus status, boolean changed, List<String> notes) {
    var reason = status.ready().map(Ready::reason).orElseThrow().text();
    lines.add("ended " + status.name() + ' ' + reason + (changed ? "" : " as before"));
  }

  @Override
  public void deferred(ResourceName snippet, Deferral cause, String message) {
    lines.add("deferred " + snippet + ' ' + cause.text());
  }

  @Override
  public void withdrawn(ResourceName snippet) {
    lines.add("withdrawn " + snippet);
  }

  @Override
  public void failed(ResourceName snippet, String message) {
    lines.add("failed " + snippet + ": " + message);
  }

  @Override
  public void broke(ResourceName snippet, Throwable defect) {
    throw new AssertionError(snippet.toString(), defect);
  }
}
