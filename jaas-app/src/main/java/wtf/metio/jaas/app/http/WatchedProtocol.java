// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.coyote.http11.Http11NioProtocol;

/** The connector's protocol, set up so that it takes what the reference takes. */
final class WatchedProtocol extends Http11NioProtocol {

  /** Kept for every connection that is worked on; larger headers come in by another way. */
  static final int HEADER_BYTES = 16 << 10;

  /**
   * Connections that may wait to be taken. One that finds no room is silently asked to try again
   * after a second, then after two more: a refusal that should be quick would take that long.
   */
  private static final int BACKLOG = 4096;

  private static final int SWALLOWED_BODY_BYTES = 256 << 10;

  private static final int UNLIMITED = -1;

  private final Supplier<Connection> connections;
  private final Dispatcher dispatcher;
  private final PortLimits limits;

  WatchedProtocol(
      RoomyEndpoint endpoint,
      Supplier<Connection> connections,
      Dispatcher dispatcher,
      PortLimits limits) {
    super(endpoint);
    this.connections = connections;
    this.dispatcher = dispatcher;
    this.limits = limits;
    setRelaxedPathChars("\"<>[\\]^`{|}");
    setRelaxedQueryChars("\"<>[\\]^`{|}");
    setMaxHttpRequestHeaderSize(HEADER_BYTES);
    setMaxConnections(UNLIMITED);
    setMaxHeaderCount(UNLIMITED);
    setMaxKeepAliveRequests(UNLIMITED);
    setAcceptCount(BACKLOG);
    setMaxSwallowSize(SWALLOWED_BODY_BYTES);
    setContinueResponseTiming("onRead");
    setUseKeepAliveResponseHeader(false);
    int read = millis(limits.read());
    setConnectionTimeout(read);
    setKeepAliveTimeout(read);
  }

  @Override
  protected Processor createProcessor() {
    var connection = connections.get();
    return new WatchedProcessor(
        this, dispatcher.forConnection(connection), connection, limits.read());
  }

  /** Never: bodies come compressed or not. Asked at the moment that {@link LateStatus} needs. */
  @Override
  public boolean useCompression(Request request, Response response) {
    LateStatus.reveal(response);
    return false;
  }

  private static int millis(Duration limit) {
    return limit.isZero()
        ? UNLIMITED
        : (int) Math.min(Math.max(limit.toMillis(), 1), Integer.MAX_VALUE);
  }
}
