// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SecureNioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** The connection that a processor is working on; another one after the processor was reused. */
final class Connection {

  private static final int PIECE = 64 << 10;

  /** What is still taken from a client that sends a body, so that it gets to see its answer. */
  private static final int LINGER_BYTES = 256 << 10;

  private static final Duration LINGER = Duration.ofSeconds(1);

  private final Departures departures;
  private final PortLimits limits;
  private final boolean mayWait;
  private final Patience.Ledger waiting;
  private @Nullable SocketWrapperBase<?> socket;

  /**
   * No connection yet.
   *
   * @param mayWait whether a thread may wait for what a client sends; a port of few must not
   * @param waiting where it is noted that a thread waits for a client
   */
  Connection(Departures departures, PortLimits limits, boolean mayWait, Patience.Ledger waiting) {
    this.departures = departures;
    this.limits = limits;
    this.mayWait = mayWait;
    this.waiting = waiting;
  }

  boolean mayWait() {
    return mayWait;
  }

  void use(SocketWrapperBase<?> next) {
    socket = next;
  }

  /** Begins to wait for the client to take an answer; to be closed on this thread. */
  Patience patience() {
    return patience(limits.write());
  }

  private Patience patience(Duration limit) {
    return new Patience(waiting, socket(), plainChannel(socket()), limit);
  }

  /** The channel whose bytes are those of the client; null if they are encrypted. */
  @Nullable SocketChannel channel() {
    return plainChannel(socket());
  }

  void close() {
    socket().close();
  }

  /**
   * Reads on until a header is complete.
   *
   * @param header what is there of it, and takes the rest
   * @return false if it has so many bytes and is not, or if the client stopped sending
   */
  boolean readHeader(ByteArrayOutputStream header, int maxBytes) throws IOException {
    var piece = ByteBuffer.allocate(PIECE);
    var end = new HeaderEnd();
    end.lookAt(header.toByteArray(), header.size());
    try (var patience = patience(limits.read())) {
      while (!end.isFound()) {
        if (header.size() >= maxBytes) {
          return false;
        }
        patience.beforeReading();
        if (socket().read(true, piece.clear()) < 0) {
          return false;
        }
        header.write(piece.array(), 0, piece.position());
        end.lookAt(piece.array(), piece.position());
      }
    }
    return true;
  }

  /**
   * Takes no part in what a client goes on to send, but for a while: closing at once would make its
   * machine throw the answer away.
   */
  void linger() {
    var channel = plainChannel(socket());
    if (!mayWait || channel == null) {
      return;
    }
    var piece = ByteBuffer.allocate(PIECE);
    try (var patience = patience(LINGER)) {
      channel.shutdownOutput();
      for (int taken = 0; taken < LINGER_BYTES; taken += piece.position()) {
        patience.beforeReading();
        if (socket().read(true, piece.clear()) < 0) {
          return;
        }
      }
    } catch (IOException _) {
      // It is gone or says nothing any more, which is what this waited for.
    }
  }

  /**
   * Watches the connection.
   *
   * <p>Only where the bytes on it are plain and nothing waits to be parsed: what the watch reads is
   * given back and must not overtake what came before.
   */
  ClientWatch watch(Runnable whenGone) {
    var current = socket();
    var channel = plainChannel(current);
    if (channel == null || !current.getSocketBufferHandler().isReadBufferEmpty()) {
      return () -> {};
    }
    return departures.watch(channel, whenGone, current::unRead);
  }

  private SocketWrapperBase<?> socket() {
    if (socket == null) {
      throw new IllegalStateException("no connection is being worked on");
    }
    return socket;
  }

  private static @Nullable SocketChannel plainChannel(SocketWrapperBase<?> socket) {
    return socket.getSocket() instanceof NioChannel channel
            && !(channel instanceof SecureNioChannel)
        ? channel.getIOChannel()
        : null;
  }
}
