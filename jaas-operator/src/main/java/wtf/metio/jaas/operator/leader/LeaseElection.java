// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.leader;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.operator.leader.Candidate.Attempt;
import wtf.metio.jaas.operator.leader.Clocks.Moment;

/**
 * Campaigns for a lease, leads while it is held, and campaigns again.
 *
 * <p>One thread does everything; it is no virtual one, so that rendering cannot keep it from
 * renewing.
 */
final class LeaseElection implements LeaderElection {

  /** How long a term may take to end before it is cut off. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  /** Replicas that wait for the same thing do not all come at once. */
  private static final double JITTER = 0.2;

  private final LeaseOptions options;
  private final Clocks clocks;
  private final Candidate candidate;
  private final Bell bell = new Bell();
  private final Following following;
  private String holder = "";
  private @Nullable Thread thread;

  LeaseElection(LeaseOptions options, LeaseStore store, Clocks clocks) {
    this.options = options;
    this.clocks = clocks;
    this.candidate = new Candidate(options, store, clocks);
    this.following = new Following(store, bell, clocks);
  }

  @Override
  public synchronized void start(Leadership leadership, LeaderListener listener) {
    thread =
        Thread.ofPlatform()
            .name("leader-election")
            .daemon()
            .start(() -> run(new Terms(leadership), listener));
  }

  @Override
  public void stop() {
    bell.stop();
    var running = thread();
    if (running != null) {
      try {
        running.join(GRACE.plus(options.patience().multipliedBy(3)));
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private synchronized @Nullable Thread thread() {
    return thread;
  }

  private void run(Terms terms, LeaderListener listener) {
    try (terms) {
      while (!bell.stopped()) {
        campaignSafely(terms, listener);
      }
    } finally {
      following.stop();
      candidate.release();
    }
  }

  /** The outermost loop: a replica that campaigns no more looks like one that waits. */
  private void campaignSafely(Terms terms, LeaderListener listener) {
    try {
      campaign(terms, listener);
    } catch (RuntimeException e) {
      listener.failed(e.toString());
      bell.await(soon());
    }
  }

  private void campaign(Terms terms, LeaderListener listener) {
    var attempt = following.told().map(candidate::campaign).orElseGet(candidate::campaign);
    switch (attempt) {
      case Attempt.Held(var sent) -> lead(sent, terms, listener);
      case Attempt.Taken(var other, var wait) -> follow(other, wait, listener);
      case Attempt.Unknown(var message) -> {
        listener.failed(message);
        bell.await(soon());
      }
    }
  }

  private void follow(String other, Duration wait, LeaderListener listener) {
    if (!other.equals(holder)) {
      holder = other;
      listener.follows(other);
    }
    var lease = candidate.lease();
    boolean watched = lease != null && following.ensure(lease);
    var look = soon();
    bell.await(watched || wait.compareTo(look) < 0 ? wait : look);
  }

  private void lead(Moment sent, Terms terms, LeaderListener listener) {
    following.stop();
    holder = options.identity();
    var term = new Term(clocks, options.renewal(), sent);
    terms.begin(term);
    listener.leads();
    var why = "It broke.";
    try {
      why = hold(term, terms, listener);
    } finally {
      end(term, terms);
      listener.leadsNoMore(why);
    }
  }

  /** Renews as long as that works. Returns why it ended. */
  private String hold(Term term, Terms terms, LeaderListener listener) {
    var why = Optional.<String>empty();
    while (why.isEmpty()) {
      bell.await(shorter(options.retry(), term.left()));
      why = terms.failure().or(() -> renew(term, listener));
    }
    return why.get();
  }

  private Optional<String> renew(Term term, LeaderListener listener) {
    if (bell.stopped()) {
      return Optional.of("This process stops.");
    }
    if (!term.left().isPositive()) {
      return Optional.of("The lease could not be renewed in time.");
    }
    return switch (candidate.renew()) {
      case Attempt.Held(var sent) -> {
        term.renewed(sent);
        yield Optional.empty();
      }
      case Attempt.Taken(var other, _) ->
          Optional.of(other.isEmpty() ? "The lease is gone." : "The lease went to " + other + '.');
      case Attempt.Unknown(var message) -> {
        listener.failed(message);
        yield Optional.empty();
      }
    };
  }

  /**
   * Who stops still holds the lease, and what is being announced may be finished; who lost it must
   * not write any more, and campaigns again when all is quiet.
   */
  private void end(Term term, Terms terms) {
    if (!bell.stopped()) {
      term.close();
    }
    terms.end();
    boolean over = terms.awaitEnd(GRACE);
    while (!over && !bell.stopped()) {
      over = terms.awaitEnd(GRACE);
    }
    term.close();
  }

  private Duration soon() {
    double more = 1 + ThreadLocalRandom.current().nextDouble(JITTER);
    return Duration.ofNanos((long) (options.retry().toNanos() * more));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
