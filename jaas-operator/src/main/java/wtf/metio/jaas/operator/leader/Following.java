// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.leader;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.ObjectChannel.Watching;
import wtf.metio.jaas.operator.leader.Clocks.Moment;

/**
 * Watches the lease while somebody else holds it, so that it is taken as soon as it is released.
 *
 * <p>It is a help, not a need: who may not watch looks now and then. One thread, but for what a
 * watch tells.
 */
final class Following {

  /** A watch that never told anything is not tried again for a while. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final LeaseStore store;
  private final Bell bell;
  private final Clocks clocks;
  private @Nullable OneWatch current;
  private @Nullable Moment failed;

  Following(LeaseStore store, Bell bell, Clocks clocks) {
    this.store = store;
    this.bell = bell;
    this.clocks = clocks;
  }

  /** Sees to it that the lease is watched. Returns whether it seems to be. */
  boolean ensure(KubeObject lease) {
    var watch = current;
    if (watch != null && watch.running) {
      return true;
    }
    if (watch != null && !watch.useful) {
      failed = clocks.now();
    }
    current = null;
    if (failed != null && clocks.since(failed).compareTo(PAUSE) < 0) {
      return false;
    }
    failed = null;
    current = new OneWatch(lease);
    return true;
  }

  /** The lease as it was told last, if that was not asked for yet. */
  Optional<KubeObject> told() {
    var watch = current;
    return watch == null ? Optional.empty() : Optional.ofNullable(watch.told.getAndSet(null));
  }

  /** Looks away. */
  void stop() {
    var watch = current;
    current = null;
    if (watch != null) {
      watch.watching.close();
    }
  }

  private final class OneWatch {

    private final AtomicReference<@Nullable KubeObject> told = new AtomicReference<>();
    private volatile boolean running = true;
    private volatile boolean useful;
    private final Watching watching;

    OneWatch(KubeObject lease) {
      watching = store.watch(lease, this::changed, this::ended);
    }

    private void changed(KubeObject lease) {
      useful = true;
      told.set(lease);
      bell.ring();
    }

    private void ended() {
      running = false;
      bell.ring();
    }
  }
}
