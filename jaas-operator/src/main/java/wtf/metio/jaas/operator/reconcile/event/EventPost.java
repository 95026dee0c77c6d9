// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.event;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.operator.kube.KubeApi;
import wtf.metio.jaas.operator.kube.Reply;
import wtf.metio.jaas.operator.kube.ResourceType;

/**
 * Brings events to the API server, one after the other, on a thread of its own.
 *
 * <p>Only so many wait. What cannot be brought is dropped and counted: an event is worth no second
 * try when the API server has other worries.
 */
public final class EventPost implements EventSink {

  private static final int MOST_WAITING = 4096;

  private final KubeApi api;
  private final String instance;
  private final InstantSource clock;
  private final EventListener listener;
  private final BlockingQueue<Optional<Happening>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicLong number = new AtomicLong();
  private volatile boolean closed;
  private @Nullable Thread thread;

  /**
   * Takes events in, and brings them once it is started.
   *
   * @param instance which of several replicas tells, at most 128 characters
   */
  public EventPost(KubeApi api, String instance, InstantSource clock, EventListener listener) {
    this.api = api;
    this.instance = instance;
    this.clock = clock;
    this.listener = listener;
  }

  /** Begins to bring events. */
  public synchronized void start() {
    thread = Thread.ofPlatform().name("events").daemon().start(this::work);
  }

  /** Brings what waits and ends; what could not be brought in time is given up. */
  public synchronized void stop(Duration patience) throws InterruptedException {
    closed = true;
    if (thread == null) {
      return;
    }
    var _ = waiting.offer(Optional.empty());
    if (!thread.join(patience)) {
      giveUp();
      thread.interrupt();
    }
  }

  private void giveUp() {
    var left = new ArrayList<Optional<Happening>>();
    waiting.drainTo(left);
    var events = left.stream().flatMap(Optional::stream).toList();
    if (!events.isEmpty()) {
      var why = "this process stops, and " + events.size() + " events wait";
      listener.dropped(events.getFirst().reason(), why);
    }
  }

  @Override
  public void tell(Happening happening) {
    if (!waiting.offer(Optional.of(happening))) {
      listener.dropped(happening.reason(), "more than " + MOST_WAITING + " events wait");
    }
  }

  /** Brings what waits now, on the calling thread; how many that were. */
  public int bringDue() {
    int brought = 0;
    for (var next = waiting.poll(); next != null; next = waiting.poll()) {
      next.ifPresent(this::bring);
      brought++;
    }
    return brought;
  }

  private void work() {
    try {
      while (!closed) {
        // Closing puts something in that is no event, so that nobody waits here for ever.
        waiting.take().ifPresent(this::bring);
      }
      bringDue();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void bring(Happening happening) {
    var event = EventDocument.of(happening, instance, clock.instant(), number.getAndIncrement());
    var namespace = happening.regarding().name().namespace();
    switch (api.create(ResourceType.EVENT, namespace, event)) {
      case Reply.Done _ -> {}
      case Reply.Refused(_, _, var message) -> listener.dropped(happening.reason(), message);
      case Reply.Unanswered(var message) -> listener.dropped(happening.reason(), message);
    }
  }
}
