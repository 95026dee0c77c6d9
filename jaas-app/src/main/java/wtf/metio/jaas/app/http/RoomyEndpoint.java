// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.tomcat.util.net.NioEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * The connector's endpoint, which makes room for a new connection instead of letting it wait.
 *
 * <p>If there are as many connections as may be, the one goes that has kept us waiting longest: for
 * a request, for the rest of one, or for taking its answer. So clients that send or read slowly, or
 * not at all, do not keep others out, however many they are. A request that is worked on is never
 * cut off; if there are only such, the new connection waits.
 */
final class RoomyEndpoint extends NioEndpoint {

  /** An answer that is merely large has left us by then, or the client has a slow line. */
  private static final Duration SLOW = Duration.ofMillis(250);

  /** How soon it is looked again whether there is room. */
  private static final Duration LOOK = Duration.ofMillis(2);

  private final int seats;
  private final Patience.Ledger waiting;

  RoomyEndpoint(int seats, Patience.Ledger waiting) {
    this.seats = seats;
    this.waiting = waiting;
  }

  /** Called on the one thread that accepts. */
  @Override
  protected boolean setSocketOptions(SocketChannel socket) {
    while (connections.size() >= seats && isRunning()) {
      if (!closeLongestWaiting()) {
        LockSupport.parkNanos(LOOK.toNanos());
      }
    }
    return super.setSocketOptions(socket);
  }

  /** Returns whether there is one less now. */
  private boolean closeLongestWaiting() {
    var silent = longestSilent();
    var slow = waiting.longest();
    if (slow != null && slow.waited().compareTo(SLOW) > 0 && !hasWaitedLonger(silent, slow)) {
      cutOff(slow);
      return false;
    }
    return silent != null && close(silent);
  }

  private @Nullable NioSocketWrapper longestSilent() {
    NioSocketWrapper longest = null;
    for (var connection : connections.values()) {
      // Locked means that a thread works on it.
      if (connection instanceof NioSocketWrapper it
          && !it.getLock().isLocked()
          && (longest == null || it.getLastRead() < longest.getLastRead())) {
        longest = it;
      }
    }
    return longest;
  }

  private static boolean hasWaitedLonger(@Nullable NioSocketWrapper silent, Patience slow) {
    return silent != null
        && System.currentTimeMillis() - silent.getLastRead() > slow.waited().toMillis();
  }

  private static boolean close(NioSocketWrapper connection) {
    if (!connection.getLock().tryLock()) {
      return false;
    }
    try {
      connection.close();
      return true;
    } finally {
      connection.getLock().unlock();
    }
  }

  private static void cutOff(Patience slow) {
    try {
      slow.cutOff();
    } catch (IOException _) {
      // It is closed all the same.
    }
  }
}
