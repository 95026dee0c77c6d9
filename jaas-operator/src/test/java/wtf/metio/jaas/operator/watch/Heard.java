// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.watch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.feed.Selection;
import wtf.metio.jaas.operator.kube.ResourceType;

/** Writes down what listeners are told, a line each. */
final class Heard implements ClusterListener, WatchListener {

  final List<String> changes = new CopyOnWriteArrayList<>();
  final List<String> watches = new CopyOnWriteArrayList<>();
  final List<Throwable> defects = new CopyOnWriteArrayList<>();

  @Override
  public void snippetChanged(ResourceName snippet) {
    changes.add("snippet " + snippet);
  }

  @Override
  public void libraryChanged(ResourceName library) {
    changes.add("library " + library);
  }

  @Override
  public void sourceChanged(String kind, ResourceName source) {
    changes.add(kind + ' ' + source);
  }

  @Override
  public void publishedChanged(ResourceName snippet) {
    changes.add("published " + snippet);
  }

  @Override
  public void snippetStranded(ResourceName snippet) {
    changes.add("stranded " + snippet);
  }

  @Override
  public void listed(Selection selection, int objects, Duration took) {
    watches.add("listed " + selection);
  }

  @Override
  public void interrupted(Selection selection, String why, Duration pause) {
    watches.add("interrupted " + selection);
  }

  @Override
  public void silent(Selection selection) {
    watches.add("silent " + selection);
  }

  @Override
  public void lost(Selection selection, String why) {
    watches.add("lost " + selection + ": " + why);
  }

  @Override
  public void absent(Selection selection) {
    watches.add("absent " + selection);
  }

  @Override
  public void engagementFailed(ResourceType type, String message) {
    watches.add("engagement failed " + type.qualified());
  }

  @Override
  public void broke(Selection selection, Throwable defect) {
    defects.add(defect);
  }

  long count(String change) {
    return changes.stream().filter(change::equals).count();
  }
}
