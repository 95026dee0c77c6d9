// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.ReentrantLock;
import wtf.metio.jaas.domain.evaluation.Caller;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.evaluation.CancellationSwitch;

/**
 * How many evaluations run at a time, whose they are, and who waits in line for the next place.
 *
 * <p>Every method may be called by any thread and none waits, but for {@link Place#await}.
 */
public final class Permits {

  private final int maximum;
  private final Duration patience;
  private final AtomicLongArray refusals = new AtomicLongArray(Refusal.values().length);

  /** Guards {@link #order} and {@link #offenders}; nothing is called under it. */
  private final ReentrantLock lock = new ReentrantLock();

  private final PlaceOrder<Place> order;
  private final List<Permit> offenders = new ArrayList<>();

  private Permits(int maximum, Duration patience, PlaceOrder<Place> order) {
    this.maximum = maximum;
    this.patience = patience;
    this.order = order;
  }

  /** At most so many; one more is turned away at once, and who comes first is served first. */
  public static Permits turningAwayBeyond(int maximum) {
    return queueingBeyond(maximum, 0, Duration.ZERO);
  }

  /**
   * At most so many, divided between callers; who finds no place waits a while in line.
   *
   * @param maxWaiting how many do so; zero as in {@link #turningAwayBeyond}
   * @param patience how long each does so; zero for as long as its deadline allows
   */
  public static Permits queueingBeyond(int maximum, int maxWaiting, Duration patience) {
    if (maximum < 1) {
      throw new IllegalArgumentException("there is no place for anybody");
    }
    return new Permits(maximum, patience, new PlaceOrder<>(maximum, maxWaiting));
  }

  /**
   * Nobody is turned away. So many run at a time nevertheless, because each has a thread with a big
   * stack; the others wait in line until their deadline.
   */
  public static Permits lettingWaitBeyond(int places) {
    return new Permits(0, Duration.ZERO, new PlaceOrder<>(places, Integer.MAX_VALUE));
  }

  /** The gate that is meant by zero for the option {@code --max-concurrent-evals}. */
  public static Permits withoutGate(int processors) {
    return lettingWaitBeyond(Math.max(16 * processors, 64));
  }

  /** What {@code --max-concurrent-evals} is if nobody says: four a processor, at least 16. */
  public static int defaultMaximum(int processors) {
    return Math.max(4 * processors, 16);
  }

  /** Asks for a place; empty if the caller is turned away. */
  Optional<Place> request(Caller caller, Lane lane) {
    return switch (lane) {
      case ORDINARY -> request(caller);
      case OFFENDERS -> requestAsOffender(caller);
    };
  }

  private Optional<Place> request(Caller caller) {
    var place = new Place(caller);
    boolean taken;
    boolean queued = false;
    Optional<Permit> inTheWay = Optional.empty();
    lock.lock();
    try {
      taken = order.take(caller);
      if (!taken) {
        queued = order.queue(caller, place);
        inTheWay = offenderInTheWayOf(caller);
      }
    } finally {
      lock.unlock();
    }
    inTheWay.ifPresent(Permit::ask);
    if (taken) {
      place.admit();
    } else if (!queued) {
      count(Refusal.QUEUE_FULL);
    }
    return taken || queued ? Optional.of(place) : Optional.empty();
  }

  // Whoever holds some already has its share and can wait for its own.
  private Optional<Permit> offenderInTheWayOf(Caller caller) {
    return order.holding(caller) > 0 || offenders.isEmpty()
        ? Optional.empty()
        : Optional.of(offenders.removeLast());
  }

  private Optional<Place> requestAsOffender(Caller caller) {
    var permit = new Permit(caller, Lane.OFFENDERS);
    boolean taken;
    lock.lock();
    try {
      taken = order.takeAsOffender();
      if (taken) {
        offenders.add(permit);
      }
    } finally {
      lock.unlock();
    }
    if (!taken) {
      count(Refusal.OFFENDERS_FULL);
      return Optional.empty();
    }
    var place = new Place(caller);
    place.permit.complete(permit);
    return Optional.of(place);
  }

  private void giveBack(Permit permit) {
    var admitted = new ArrayList<Place>();
    lock.lock();
    try {
      switch (permit.lane) {
        case ORDINARY -> order.giveBack(permit.caller, permit.held());
        case OFFENDERS -> {
          order.giveBackAsOffender();
          offenders.remove(permit);
        }
      }
      for (var next = order.next(); next != null; next = order.next()) {
        admitted.add(next);
      }
    } finally {
      lock.unlock();
    }
    admitted.forEach(Place::admit);
  }

  /** Counts somebody who was let in, or into the line, and is turned away all the same. */
  void count(Refusal refusal) {
    refusals.incrementAndGet(refusal.ordinal());
  }

  /** How long anybody waits in line; zero for as long as the deadline allows. */
  Duration patience() {
    return patience;
  }

  /** How many run now. */
  public int inUse() {
    lock.lock();
    try {
      return order.inUse();
    } finally {
      lock.unlock();
    }
  }

  /** How many may run at most; zero if nobody is turned away. */
  public int maximum() {
    return maximum;
  }

  /** How many wait in line now. */
  public int waiting() {
    lock.lock();
    try {
      return order.waiting();
    } finally {
      lock.unlock();
    }
  }

  /** How long the one that waits longest has waited by now; zero if nobody waits. */
  public Duration longestWait() {
    long now = System.nanoTime();
    long longest = 0;
    lock.lock();
    try {
      for (var place : order.heads()) {
        longest = Math.max(longest, now - place.asked);
      }
    } finally {
      lock.unlock();
    }
    return Duration.ofNanos(longest);
  }

  /** How many were turned away so far. */
  public long rejected() {
    return Arrays.stream(Refusal.values()).mapToLong(this::rejected).sum();
  }

  /** How many were turned away so far for this reason. */
  public long rejected(Refusal refusal) {
    return refusals.get(refusal.ordinal());
  }

  /** A place, or the hope for one. For one evaluation, which awaits it once or leaves. */
  final class Place {

    private final Caller caller;
    private final long asked = System.nanoTime();
    private final CompletableFuture<Permit> permit = new CompletableFuture<>();

    private Place(Caller caller) {
      this.caller = caller;
    }

    /**
     * Waits for the place. Whoever gets none has left the line.
     *
     * @param patience zero means without end
     * @throws CancellationException if {@link #leave} was called meanwhile
     */
    Permit await(Duration patience) throws TimeoutException, InterruptedException {
      boolean here = false;
      try {
        var got = GatedEvaluator.within(patience, permit);
        here = true;
        return got;
      } finally {
        if (!here && !leave()) {
          // It came in the same moment, or is about to.
          var _ = permit.thenAccept(Permit::close);
        }
      }
    }

    /** Leaves the line at once; false and without effect for one that is not in it any more. */
    boolean leave() {
      boolean left;
      lock.lock();
      try {
        left = order.leave(caller, this);
      } finally {
        lock.unlock();
      }
      return left && permit.cancel(false);
    }

    /** Whether there is a place already. */
    boolean isFree() {
      return permit.isDone();
    }

    private void admit() {
      permit.complete(new Permit(caller, Lane.ORDINARY));
    }
  }

  /** The right to run. Belongs to the evaluation, not to its caller. */
  final class Permit implements AutoCloseable {

    private final Caller caller;
    private final Lane lane;
    private final long begin = System.nanoTime();
    private final CancellationSwitch wanted = new CancellationSwitch();
    private final AtomicBoolean closed = new AtomicBoolean();

    private Permit(Caller caller, Lane lane) {
      this.caller = caller;
      this.lane = lane;
    }

    /** Requested when somebody else needs the place of one that ran into a limit before. */
    Cancellation wanted() {
      return wanted;
    }

    /** Gives it back; again it has no effect. */
    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        giveBack(this);
      }
    }

    private Duration held() {
      return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void ask() {
      wanted.cancel();
    }
  }
}
