// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.feed;

import java.time.Duration;
import java.util.function.Consumer;
import wtf.metio.jaas.operator.kube.KubeObject;

/**
 * Passes on what a feed brings. One object that cannot be taken in, which is a mistake of ours,
 * does not keep the others back.
 */
final class Hearing {

  private final Selection selection;
  private final Audience audience;
  private final FeedListener listener;

  Hearing(Selection selection, Audience audience, FeedListener listener) {
    this.selection = selection;
    this.audience = audience;
    this.listener = listener;
  }

  void listBegins() {
    safely(Audience::listBegins);
  }

  void listed(KubeObject object) {
    safely(it -> it.listed(object));
  }

  void listEnds(String version) {
    safely(it -> it.listEnds(version));
  }

  void changed(KubeObject object) {
    safely(it -> it.changed(object));
  }

  void removed(KubeObject object) {
    safely(it -> it.removed(object));
  }

  void absent() {
    safely(Audience::absent);
  }

  void tellListed(int objects, long began) {
    listener.listed(selection, objects, Duration.ofNanos(System.nanoTime() - began));
  }

  void tellInterrupted(String why, Duration pause) {
    listener.interrupted(selection, why, pause);
  }

  void tellSilent() {
    listener.silent(selection);
  }

  void tellLost(String why) {
    listener.lost(selection, why);
  }

  void tellAbsent() {
    listener.absent(selection);
  }

  private void safely(Consumer<Audience> call) {
    try {
      call.accept(audience);
    } catch (RuntimeException | Error defect) {
      listener.broke(selection, defect);
    }
  }
}
