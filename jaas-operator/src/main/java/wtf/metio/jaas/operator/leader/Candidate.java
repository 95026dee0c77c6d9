// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.leader;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.Reply;
import wtf.metio.jaas.operator.leader.Clocks.Moment;

/**
 * What this process knows of the lease, and what it does to hold it. One thread.
 *
 * <p>A lease of somebody else is expired if nothing in it changed for its duration while we looked:
 * the clocks of others are not believed. That it is ours says not only its holder but also the time
 * at which we took it; an API server that was set back may show us as the holder of long ago while
 * somebody else still writes.
 */
final class Candidate {

  /** What came of trying. */
  sealed interface Attempt {

    /**
     * The lease is ours.
     *
     * @param sent when that which says so was sent
     */
    record Held(Moment sent) implements Attempt {}

    /**
     * It is not.
     *
     * @param holder empty if it is free, and somebody else was faster
     * @param pause until it may be worth to try again, if it does not change
     */
    record Taken(String holder, Duration pause) implements Attempt {}

    /** Nobody knows. */
    record Unknown(String message) implements Attempt {}
  }

  private static final String BUSY = "Somebody else was faster to write the lease.";
  private static final Duration SOON = Duration.ofMillis(10);

  private final LeaseOptions options;
  private final LeaseStore store;
  private final Clocks clocks;
  private @Nullable Sight sight;
  private boolean looked;

  /** When we took the lease, as we wrote it; empty if we did not, or know that it was in vain. */
  private String claim = "";

  Candidate(LeaseOptions options, LeaseStore store, Clocks clocks) {
    this.options = options;
    this.store = store;
    this.clocks = clocks;
  }

  /**
   * The lease as it was seen.
   *
   * @param since when it was first seen so
   */
  private record Sight(KubeObject lease, LeaseRecord record, Moment since) {}

  /** The lease as it was seen last; null if it was not seen, or is not there. */
  @Nullable KubeObject lease() {
    return sight == null ? null : sight.lease();
  }

  /** Looks at the lease and takes it if it is free or expired. */
  Attempt campaign() {
    return switch (store.read()) {
      case Reply.Done(var lease) -> {
        boolean first = !looked;
        looked = true;
        see(lease);
        yield first && ExpiredLease.isSo(lease, store.servedAt()) ? take() : decide();
      }
      case Reply.Refused refused when refused.isNotFound() -> create();
      case Reply.Refused refused -> unknown(refused);
      case Reply.Unanswered(var message) -> new Attempt.Unknown(message);
    };
  }

  /** As {@link #campaign}, with a lease that a watch has just told. */
  Attempt campaign(KubeObject told) {
    see(told);
    return decide();
  }

  /**
   * Renews what is held, in one request if nobody interferes. What somebody else had in between is
   * not taken back: that would be another term.
   */
  Attempt renew() {
    var seen = sight;
    if (seen == null) {
      return renewAsItIs();
    }
    var sent = clocks.now();
    return switch (store.replace(seen.lease(), seen.record().renewed(sent.wall()))) {
      case Reply.Done(var lease) -> held(lease, sent);
      case Reply.Refused refused when refused.isConflict() || refused.isNotFound() -> renewAsItIs();
      case Reply.Refused refused -> unknown(refused);
      case Reply.Unanswered(var message) -> new Attempt.Unknown(message);
    };
  }

  /** A request that was not answered was done after all, or somebody else wrote. */
  private Attempt renewAsItIs() {
    return switch (store.read()) {
      case Reply.Done(var lease) -> {
        var seen = see(lease);
        yield isOurs(seen.record()) ? decide() : lost(seen.record().holder(), SOON);
      }
      case Reply.Refused refused when refused.isNotFound() -> {
        sight = null;
        yield lost("", SOON);
      }
      case Reply.Refused refused -> unknown(refused);
      case Reply.Unanswered(var message) -> new Attempt.Unknown(message);
    };
  }

  /** Lets go of the lease if it is, or may be, ours. Returns whether others know. */
  boolean release() {
    if (claim.isEmpty()) {
      return true;
    }
    var seen = sight;
    boolean done = seen != null && isOurs(seen.record()) && release(seen) || releaseAsItIs();
    claim = "";
    return done;
  }

  /** Somebody wrote in between, or we do not know whether we hold it. */
  private boolean releaseAsItIs() {
    if (!(store.read() instanceof Reply.Done(var lease))) {
      return false;
    }
    var seen = see(lease);
    return !isOurs(seen.record()) || release(seen);
  }

  private boolean release(Sight seen) {
    var record = seen.record().released(clocks.wall().instant());
    return store.replace(seen.lease(), record) instanceof Reply.Done;
  }

  private Attempt decide() {
    var seen = sight;
    if (seen == null) {
      return campaign();
    }
    var record = seen.record();
    if (isOurs(record)) {
      return write(seen, record.renewed(clocks.wall().instant()));
    }
    var left = left(seen);
    if (record.holder().isEmpty() || left.isNegative() || left.isZero()) {
      return take();
    }
    return lost(record.holder(), left);
  }

  private Attempt lost(String holder, Duration pause) {
    claim = "";
    return new Attempt.Taken(holder, pause);
  }

  private Attempt take() {
    var seen = sight;
    return seen == null
        ? create()
        : write(
            seen,
            seen.record().takenBy(options.identity(), options.duration(), clocks.wall().instant()));
  }

  private Attempt write(Sight seen, LeaseRecord record) {
    var sent = clocks.now();
    return outcome(store.replace(seen.lease(), record), record, sent);
  }

  private Attempt create() {
    sight = null;
    looked = true;
    var sent = clocks.now();
    var record = LeaseRecord.none().takenBy(options.identity(), options.duration(), sent.wall());
    return outcome(store.create(record), record, sent);
  }

  private Attempt outcome(Reply reply, LeaseRecord record, Moment sent) {
    return switch (reply) {
      case Reply.Done(var lease) -> {
        claim = record.acquired();
        yield held(lease, sent);
      }
      // Somebody else wrote, holder or not; a claim that was not answered may stand.
      case Reply.Refused refused when refused.isConflict() -> new Attempt.Unknown(BUSY);
      case Reply.Refused refused -> unknown(refused);
      case Reply.Unanswered(var message) -> {
        // It may have been done: we must know our own lease when we see it.
        claim = record.acquired();
        yield new Attempt.Unknown(message);
      }
    };
  }

  private Attempt held(KubeObject lease, Moment sent) {
    see(lease);
    return new Attempt.Held(sent);
  }

  private static Attempt unknown(Reply.Refused refused) {
    return new Attempt.Unknown(refused.message());
  }

  private Sight see(KubeObject lease) {
    var record = LeaseRecord.of(lease);
    var known = sight;
    var since = known != null && known.record().equals(record) ? known.since() : clocks.now();
    var seen = new Sight(lease, record, since);
    sight = seen;
    return seen;
  }

  private boolean isOurs(LeaseRecord record) {
    return record.holder().equals(options.identity())
        && !claim.isEmpty()
        && record.acquired().equals(claim);
  }

  private Duration left(Sight seen) {
    var said = seen.record().duration();
    return (said.isZero() ? options.duration() : said).minus(clocks.since(seen.since()));
  }
}
