// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.feed;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Follows the objects of a selection for as long as it is not closed, on a virtual thread of its
 * own. Any number of threads may call.
 *
 * <p>Not the informer of the client of Kubernetes, though it does the same job. That one cannot
 * tell its handlers that a list is complete, nor that one took the place of all that was known
 * before, which is what tells truth from leftovers after a cluster was restored; its reflector
 * remembers a version that a restored server never reaches, pauses for one second whatever happens,
 * reads no pages, and holds four threads for each kind and namespace.
 */
public final class Feed {

  private final Selection selection;
  private final Following following;
  private final Heartbeat heartbeat = new Heartbeat();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition nudged = lock.newCondition();
  private final Duration longestSilence;

  /** The watch that is open; null if none is. Guarded by the lock. */
  private ObjectServer.@Nullable Changes open;

  private boolean nudge;
  private boolean restart;
  private volatile boolean closed;
  private volatile @Nullable Thread thread;

  Feed(
      ObjectServer server,
      Selection selection,
      Hearing hearing,
      FeedOptions options,
      Pauses pauses) {
    this.selection = selection;
    this.longestSilence = options.longestSilence();
    this.following = new Following(server, selection, hearing, options, pauses, this);
  }

  /** What it is about. */
  public Selection selection() {
    return selection;
  }

  /** Begins. */
  public void start() {
    thread = Thread.ofVirtual().name("feed of " + selection).start(this::run);
  }

  /** Ends it, and waits until the audience hears no more. */
  public void close() {
    closed = true;
    wake(false);
    closeOpen();
    var running = thread;
    if (running != null && running != Thread.currentThread()) {
      join(running);
    }
  }

  /** Whatever it waits for: it may be there now. */
  public void nudge() {
    wake(false);
  }

  /** Gives up what it knows, and lists anew. */
  public void restart() {
    wake(true);
    closeOpen();
  }

  /** How it stands. */
  public Standing standing() {
    return heartbeat.standing();
  }

  /** Whether everything was listed, and nothing of that is given up. */
  public boolean isComplete() {
    return heartbeat.isComplete();
  }

  /**
   * For how long it heard nothing though it should have: zero as long as all is well.
   *
   * <p>A server that has nothing to tell says so at least once in a {@link FeedOptions#period}.
   */
  public Duration behind() {
    return beyondSilence(heartbeat.sinceHeard());
  }

  /**
   * For how long nobody answered, not even to refuse: zero as long as somebody does, and as long as
   * nothing was ever listed.
   */
  public Duration unanswered() {
    return isComplete() ? beyondSilence(heartbeat.sinceAnswered()) : Duration.ZERO;
  }

  private Duration beyondSilence(Duration since) {
    var beyond = since.minus(longestSilence);
    return beyond.isNegative() ? Duration.ZERO : beyond;
  }

  private void run() {
    try {
      while (!closed) {
        var pause = following.next();
        if (!pause.isZero() && await(pause)) {
          following.encouraged();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  Following following() {
    return following;
  }

  Heartbeat heartbeat() {
    return heartbeat;
  }

  /** Whether what is known was given up since this was asked last. */
  boolean takeRestart() {
    lock.lock();
    try {
      boolean asked = restart;
      restart = false;
      return asked;
    } finally {
      lock.unlock();
    }
  }

  /** Makes a watch known, so that closing the feed closes it. */
  void opened(ObjectServer.Changes changes) {
    lock.lock();
    try {
      open = changes;
      if (closed || restart) {
        changes.close();
      }
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    return closed;
  }

  /** Waits; whether somebody ended it before its time. */
  private boolean await(Duration pause) throws InterruptedException {
    lock.lock();
    try {
      long left = pause.toNanos();
      while (!nudge && !closed && left > 0) {
        left = nudged.awaitNanos(left);
      }
      boolean nudgedAway = nudge;
      nudge = false;
      return nudgedAway;
    } finally {
      lock.unlock();
    }
  }

  private void wake(boolean anew) {
    lock.lock();
    try {
      nudge = true;
      restart |= anew;
      nudged.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void closeOpen() {
    ObjectServer.Changes changes;
    lock.lock();
    try {
      changes = open;
    } finally {
      lock.unlock();
    }
    if (changes != null) {
      changes.close();
    }
  }

  private static void join(Thread running) {
    try {
      if (!running.join(Duration.ofSeconds(1))) {
        // It waits for an answer to a list; interrupting it cancels the request.
        running.interrupt();
        running.join();
      }
    } catch (InterruptedException _) {
      running.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
