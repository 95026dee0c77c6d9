// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * The time that a thread goes on waiting for a client, counted from the making of this.
 *
 * <p>Belongs to the thread that waits; others may only end it. The monitor guards whether it has
 * ended; under it the connection is closed and the waiting thread is interrupted.
 */
final class Patience implements AutoCloseable {

  /** Who waits for clients of a port. */
  static final class Ledger {

    private final Set<Patience> open = ConcurrentHashMap.newKeySet();

    /** The one that has waited longest so far. */
    @Nullable Patience longest() {
      Patience longest = null;
      for (var patience : open) {
        if (longest == null || patience.waited().compareTo(longest.waited()) > 0) {
          longest = patience;
        }
      }
      return longest;
    }
  }

  private static final long UNLIMITED = -1;

  private final Ledger ledger;
  private final SocketWrapperBase<?> socket;
  private final @Nullable SocketChannel channel;
  private final Duration limit;
  private final Thread waiting = Thread.currentThread();
  private final long begin = System.nanoTime();
  private boolean ended;
  private boolean cutOff;

  Patience(
      Ledger ledger, SocketWrapperBase<?> socket, @Nullable SocketChannel channel, Duration limit) {
    this.ledger = ledger;
    this.socket = socket;
    this.channel = channel;
    this.limit = limit;
    ledger.open.add(this);
  }

  Duration waited() {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  /** Lets the next write take what is left. */
  void beforeWriting() throws IOException {
    socket.setWriteTimeout(left("the client takes its answer too slowly"));
  }

  /** Lets the next read take what is left. */
  void beforeReading() throws IOException {
    socket.setReadTimeout(left("the client sends too slowly"));
  }

  private long left(String otherwise) throws SocketTimeoutException {
    if (limit.isZero()) {
      return UNLIMITED;
    }
    long left = limit.minus(waited()).toMillis();
    if (left <= 0) {
      throw new SocketTimeoutException(otherwise);
    }
    return left;
  }

  /**
   * Ends the connection from another thread.
   *
   * <p>Only the channel is closed, since the waiting thread has the rest in its hands; it is woken
   * up to find that out.
   */
  synchronized void cutOff() throws IOException {
    if (!ended && !cutOff && channel != null) {
      cutOff = true;
      channel.close();
      waiting.interrupt();
    }
  }

  /** Ends the waiting, and forgets an interruption that came too late. */
  @Override
  public synchronized void close() {
    ended = true;
    ledger.open.remove(this);
    if (cutOff) {
      Thread.interrupted();
    }
  }
}
