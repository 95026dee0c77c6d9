// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.feed;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.operator.feed.ObjectServer.PageRequest;

/**
 * What a feed does: it lists, watches from there on, and lists again whenever its position is of no
 * use any more. Belongs to the thread of the feed.
 *
 * <p>A position is trusted only while the connection holds. When that breaks, the server may have
 * been set back to an older snapshot, and would be silent up to the version that is remembered
 * here: so the newest version is asked for first, and after an outage everything is listed anew.
 */
final class Following {

  /** A watch that ends sooner without having told anything counts as a failure. */
  private static final Duration SHORT = Duration.ofSeconds(1);

  private static final int MOST_EXPIRIES = 2;

  private final ObjectServer server;
  private final Selection selection;
  private final Hearing hearing;
  private final FeedOptions options;
  private final Pauses pauses;
  private final Feed feed;

  /** Where to go on; null if everything has to be listed. */
  private @Nullable String position;

  /** Whether the server may be another one than it was. */
  private boolean doubtful;

  /** How often in a row the server forgot a list while it was being read. */
  private int expiries;

  Following(
      ObjectServer server,
      Selection selection,
      Hearing hearing,
      FeedOptions options,
      Pauses pauses,
      Feed feed) {
    this.server = server;
    this.selection = selection;
    this.hearing = hearing;
    this.options = options;
    this.pauses = pauses;
    this.feed = feed;
  }

  /** Does what is next; how long to pause afterwards. */
  Duration next() {
    try {
      if (feed.takeRestart()) {
        lose("it was asked to begin anew");
      }
      if (position == null) {
        list();
      } else if (doubtful) {
        probe(position);
      }
      return position == null || feed.isClosed() ? Duration.ZERO : watch(position);
    } catch (RefusedException refused) {
      return refused(refused);
    } catch (IOException broken) {
      return feed.isClosed() ? Duration.ZERO : broken(broken);
    }
  }

  private void list() throws IOException {
    long began = System.nanoTime();
    var count = new AtomicInteger();
    hearing.listBegins();
    int limit = expiries < MOST_EXPIRIES ? options.page() : 0;
    var page = page(new PageRequest(limit, ""), count);
    while (!page.next().isEmpty() && !feed.isClosed()) {
      page = page(new PageRequest(limit, page.next()), count);
    }
    if (!feed.isClosed()) {
      expiries = 0;
      hearing.listEnds(page.version());
      position = page.version();
      doubtful = false;
      feed.heartbeat().inStep();
      hearing.tellListed(count.get(), began);
    }
  }

  private ObjectServer.Page page(PageRequest request, AtomicInteger count) throws IOException {
    var page =
        server.list(
            selection,
            request,
            object -> {
              count.incrementAndGet();
              hearing.listed(object);
            });
    feed.heartbeat().heard();
    return page;
  }

  /** Asks for the newest version; one before the position says that time went backwards. */
  private void probe(String from) throws IOException {
    var newest = server.list(selection, new PageRequest(1, ""), _ -> {}).version();
    doubtful = false;
    if (Versions.compare(newest, from) < 0) {
      lose("the server is at version " + newest + ", before " + from);
    }
  }

  private Duration watch(String from) throws IOException {
    try (var changes = server.watch(selection, from)) {
      long began = System.nanoTime();
      boolean told = false;
      feed.opened(changes);
      feed.heartbeat().inStep();
      try {
        for (var change = changes.next(); change.isPresent(); change = changes.next()) {
          feed.heartbeat().inStep();
          take(change.get());
          told = true;
        }
      } finally {
        told |= System.nanoTime() - began >= SHORT.toNanos();
        if (told) {
          pauses.success();
        }
      }
      return ended(told, System.nanoTime() - began);
    }
  }

  /** A server that ends a watch before its time is being stopped, or replaced. */
  private Duration ended(boolean told, long lasted) {
    doubtful = lasted < options.period().toNanos() * 9 / 10;
    return told || feed.isClosed() ? Duration.ZERO : pauses.afterFailure();
  }

  private void take(Change change) throws IOException {
    switch (change) {
      case Change.Put(var object) -> {
        hearing.changed(object);
        advance(object.resourceVersion());
      }
      case Change.Gone(var object) -> {
        hearing.removed(object);
        advance(object.resourceVersion());
      }
      case Change.Bookmark(var version) -> advance(version);
      case Change.Refusal(var code, var message) -> throw new RefusedException(code, message);
    }
  }

  private void advance(String version) {
    position = version.isEmpty() ? position : version;
  }

  /** Somebody said that it is worth trying now. */
  void encouraged() {
    pauses.success();
  }

  private Duration refused(RefusedException refused) {
    if (refused.isUnknown()) {
      return absent();
    }
    feed.heartbeat().answered(refused.isForbidden() ? Standing.FORBIDDEN : standing());
    if (refused.isPosition()) {
      expiries += position == null ? 1 : 0;
    }
    lose(String.valueOf(refused.getMessage()));
    return interrupted(refused);
  }

  private Duration absent() {
    feed.heartbeat().answered(Standing.ABSENT);
    feed.heartbeat().forgotten();
    position = null;
    hearing.absent();
    hearing.tellAbsent();
    return pauses.afterFailure(options.absentPause());
  }

  private Duration broken(IOException broken) {
    // The client says so when it waits in vain, be it for an answer or for a change.
    boolean timeout = broken instanceof SocketTimeoutException;
    if (timeout) {
      feed.heartbeat().unanswered();
      hearing.tellSilent();
    } else if (broken instanceof InterruptedIOException) {
      return Duration.ZERO;
    } else {
      feed.heartbeat().answered(standing());
    }
    if (position != null && !doubtful && !(broken instanceof ConnectException)) {
      // The first time it may be the connection alone: the server is asked at once.
      doubtful = true;
      return Duration.ZERO;
    }
    lose(broken.getClass().getSimpleName());
    return interrupted(broken);
  }

  private Duration interrupted(IOException cause) {
    var pause = pauses.afterFailure();
    hearing.tellInterrupted(String.valueOf(cause.getMessage()), pause);
    return pause;
  }

  private Standing standing() {
    return feed.heartbeat().isComplete() ? Standing.BEHIND : Standing.STARTING;
  }

  private void lose(String why) {
    if (position != null) {
      position = null;
      hearing.tellLost(why);
    }
    doubtful = false;
  }
}
