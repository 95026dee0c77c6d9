// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.watch;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.operator.feed.FeedListener;
import wtf.metio.jaas.operator.feed.Selection;

/** Passes on what feeds tell, and tells apart kinds that are defined and cannot be watched. */
final class Engagements implements FeedListener {

  private final WatchListener listener;
  private final Set<Selection> engaged = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Definitions definitions;

  Engagements(WatchListener listener) {
    this.listener = listener;
  }

  void heed(Definitions known) {
    definitions = known;
  }

  @Override
  public void listed(Selection selection, int objects, Duration took) {
    engaged.add(selection);
    listener.listed(selection, objects, took);
  }

  @Override
  public void interrupted(Selection selection, String why, Duration pause) {
    listener.interrupted(selection, why, pause);
    if (!engaged.contains(selection)) {
      failedIfDefined(selection, why);
    }
  }

  @Override
  public void silent(Selection selection) {
    listener.silent(selection);
  }

  @Override
  public void lost(Selection selection, String why) {
    listener.lost(selection, why);
  }

  @Override
  public void absent(Selection selection) {
    engaged.remove(selection);
    listener.absent(selection);
    failedIfDefined(selection, "the API server does not serve it yet");
  }

  @Override
  public void broke(Selection selection, Throwable defect) {
    listener.broke(selection, defect);
  }

  private void failedIfDefined(Selection selection, String why) {
    var known = definitions;
    if (known != null && known.has(selection.type().qualified())) {
      listener.engagementFailed(selection.type(), why);
    }
  }
}
