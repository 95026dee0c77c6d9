// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.artifacts;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wtf.metio.jaas.domain.artifact.ArtifactStore;
import wtf.metio.jaas.domain.artifact.StoreUnavailableException;

/** Removes now and then what interrupted writes left in a store, from the start until the end. */
public final class SweepLoop implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SweepLoop.class);

  private final ArtifactStore store;
  private final Duration age;
  private final SweepObserver observer;
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("sweep").factory());

  private SweepLoop(ArtifactStore store, Duration age, SweepObserver observer) {
    this.store = store;
    this.age = age;
    this.observer = observer;
  }

  /**
   * Begins; the first sweep comes after one interval.
   *
   * @param interval between two sweeps; zero for none at all
   * @param age from which something is left over
   */
  public static SweepLoop start(
      ArtifactStore store, Duration interval, Duration age, SweepObserver observer) {
    var loop = new SweepLoop(store, age, observer);
    if (interval.isPositive()) {
      var _ =
          loop.thread.scheduleWithFixedDelay(
              loop::sweep, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
    }
    return loop;
  }

  private void sweep() {
    try {
      int count = store.sweep(age);
      if (count > 0) {
        LOG.atInfo().addKeyValue("count", count).log("Storage sweep removed orphaned .tmp files");
      } else {
        LOG.debug("Storage sweep clean");
      }
    } catch (StoreUnavailableException e) {
      observer.failed();
      LOG.atWarn().addKeyValue("error", e.text()).log("Storage sweep failed");
    }
  }

  /** Ends it; a sweep that runs is not waited for. To be called before the store is closed. */
  @Override
  public void close() {
    thread.shutdown();
  }
}
