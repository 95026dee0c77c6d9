// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SecureNioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** The connection that a processor is working on; another one after the processor was reused. */
final class Connection {

  private final Departures departures;
  private final Duration writeLimit;
  private @Nullable SocketWrapperBase<?> socket;

  Connection(Departures departures, Duration writeLimit) {
    this.departures = departures;
    this.writeLimit = writeLimit;
  }

  void use(SocketWrapperBase<?> next) {
    socket = next;
  }

  Patience patience() {
    return new Patience(socket(), writeLimit);
  }

  void close() {
    socket().close();
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
    if (channel == null || current.hasDataToRead()) {
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
