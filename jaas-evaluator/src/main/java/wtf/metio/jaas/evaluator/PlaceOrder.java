// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.evaluation.Caller;

/**
 * Who holds a place, who waits for one, and who is next.
 *
 * <p>Places go round robin between callers, and no caller takes what is left for others: one that
 * holds some gets another only while it holds fewer than are free. Alone, it gets half of all
 * places; the more callers there are, the less each gets, and whoever comes new finds a place. The
 * same rule divides the line.
 *
 * <p>Many slow callers together could still take everything. The last quarter of the places is
 * therefore closed to callers that are known to hold theirs for long, and the last eighth also to
 * those of whom nothing is known.
 *
 * <p>For one thread at a time; {@link Permits} sees to that.
 *
 * @param <P> who waits
 */
final class PlaceOrder<P> {

  /** A caller that holds places or waits. Others are forgotten. */
  private static final class Guest<P> {

    private final Caller caller;
    private final Deque<P> line = new ArrayDeque<>();
    private int holding;

    Guest(Caller caller) {
      this.caller = caller;
    }
  }

  /** Of so many places one is for those who ran into a limit before. */
  private static final int PLACES_AN_OFFENDER = 8;

  /** How many callers are remembered for the time that they took. */
  private static final int REMEMBERED = 4096;

  private final int places;
  private final int maxWaiting;
  private final Map<Caller, Guest<P>> guests = new HashMap<>();
  private final CallerHistory history = new CallerHistory(REMEMBERED);

  /** Those with somebody in line; the first has waited longest for its round. */
  private final SequencedSet<Guest<P>> round = new LinkedHashSet<>();

  private int inUse;
  private int waiting;
  private int offenders;

  /**
   * An order of places.
   *
   * @param maxWaiting zero for no line; then nothing is divided either, and who comes first is
   *     served first
   */
  PlaceOrder(int places, int maxWaiting) {
    this.places = places;
    this.maxWaiting = maxWaiting;
  }

  int inUse() {
    return inUse;
  }

  int waiting() {
    return waiting;
  }

  /** How many callers are known. */
  int callers() {
    return guests.size();
  }

  /** How many the caller holds now. */
  int holding(Caller caller) {
    var guest = guests.get(caller);
    return guest == null ? 0 : guest.holding;
  }

  /** Takes a place, if there is one for this caller and none of its own waits for it. */
  boolean take(Caller caller) {
    var guest = guests.computeIfAbsent(caller, Guest::new);
    boolean taken = guest.line.isEmpty() && mayTake(guest);
    if (taken) {
      take(guest);
    }
    forgetIfGone(guest);
    return taken;
  }

  /** Takes a place for one who ran into a limit before. The last free places are not for them. */
  boolean takeAsOffender() {
    int free = places - inUse;
    boolean taken =
        offenders < Math.max(1, places / PLACES_AN_OFFENDER)
            && free > (places == 1 ? 0 : Math.max(1, closedTo(CallerHistory.Habit.SLOW)));
    if (taken) {
      offenders++;
      inUse++;
    }
    return taken;
  }

  /** Stands in line, unless it is full for this caller. */
  boolean queue(Caller caller, P who) {
    var guest = guests.computeIfAbsent(caller, Guest::new);
    boolean room = guest.line.size() < maxWaiting - waiting;
    if (room) {
      guest.line.addLast(who);
      round.add(guest);
      waiting++;
    }
    forgetIfGone(guest);
    return room;
  }

  /** Leaves the line; false for one that is not in it any more. */
  boolean leave(Caller caller, P who) {
    var guest = guests.get(caller);
    if (guest == null || !guest.line.remove(who)) {
      return false;
    }
    waiting--;
    if (guest.line.isEmpty()) {
      round.remove(guest);
    }
    forgetIfGone(guest);
    return true;
  }

  /** Gives a place back after so long. {@link #next} tells who gets it. */
  void giveBack(Caller caller, Duration held) {
    var guest = guests.get(caller);
    if (guest == null || guest.holding == 0) {
      throw new IllegalStateException("Expected a caller that holds a place, got " + caller);
    }
    guest.holding--;
    inUse--;
    history.held(caller, held);
    forgetIfGone(guest);
  }

  void giveBackAsOffender() {
    offenders--;
    inUse--;
  }

  /** Takes a place for whoever is next in line; null if there is none for anybody in it. */
  @Nullable P next() {
    var turns = round.iterator();
    while (turns.hasNext() && inUse < places) {
      var guest = turns.next();
      if (mayTake(guest)) {
        turns.remove();
        return admit(guest);
      }
    }
    return null;
  }

  /** Those who wait and came first of their callers. */
  Iterable<P> heads() {
    return round.stream().map(guest -> guest.line.getFirst()).toList();
  }

  private P admit(Guest<P> guest) {
    var first = guest.line.removeFirst();
    waiting--;
    if (!guest.line.isEmpty()) {
      round.addLast(guest);
    }
    take(guest);
    return first;
  }

  private boolean mayTake(Guest<P> guest) {
    int free = places - inUse;
    return maxWaiting == 0
        ? free > 0
        : guest.holding < free - closedTo(history.habit(guest.caller));
  }

  private int closedTo(CallerHistory.Habit habit) {
    return switch (habit) {
      case QUICK -> 0;
      case UNKNOWN -> places / 8;
      case SLOW -> places / 4;
    };
  }

  private void take(Guest<P> guest) {
    guest.holding++;
    inUse++;
  }

  private void forgetIfGone(Guest<P> guest) {
    if (guest.holding == 0 && guest.line.isEmpty()) {
      guests.remove(guest.caller);
    }
  }
}
