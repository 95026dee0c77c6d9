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

  /** What a connection takes that has begun a header: that, and buffers to read and write. */
  private static final long CONNECTION_BYTES = 48 << 10;

  private static final int FEWEST = 64;
  private static final int MOST = 8192;

  private static final int SWALLOWED_BODY_BYTES = 256 << 10;

  private final Supplier<Connection> connections;
  private final Dispatcher dispatcher;
  private final PortLimits limits;

  WatchedProtocol(Supplier<Connection> connections, Dispatcher dispatcher, PortLimits limits) {
    this.connections = connections;
    this.dispatcher = dispatcher;
    this.limits = limits;
    setRelaxedPathChars("\"<>[\\]^`{|}");
    setRelaxedQueryChars("\"<>[\\]^`{|}");
    setMaxHttpRequestHeaderSize(HEADER_BYTES);
    setMaxConnections(connections(Runtime.getRuntime().maxMemory()));
    setMaxHeaderCount(-1);
    setMaxKeepAliveRequests(-1);
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

  /**
   * How many connections there may be at a time: an eighth of the heap for each port. Others wait
   * to be accepted, where an OutOfMemoryError would end the connector's threads for good.
   */
  static int connections(long heapBytes) {
    return Math.clamp(heapBytes / 8 / CONNECTION_BYTES, FEWEST, MOST);
  }

  /** The connector's own word for unlimited is -1. */
  private static int millis(Duration limit) {
    return limit.isZero() ? -1 : (int) Math.min(Math.max(limit.toMillis(), 1), Integer.MAX_VALUE);
  }
}
