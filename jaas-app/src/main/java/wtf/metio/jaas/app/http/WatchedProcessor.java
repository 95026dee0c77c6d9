// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

import java.io.IOException;
import java.time.Duration;
import org.apache.coyote.Adapter;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** A processor that says which connection it works on and how long a header may take. */
final class WatchedProcessor extends Http11Processor {

  private final Connection connection;
  private final Duration headerLimit;
  private @Nullable SocketWrapperBase<?> headerFrom;
  private long headerBegan;

  WatchedProcessor(
      AbstractHttp11Protocol<?> protocol,
      Adapter adapter,
      Connection connection,
      Duration headerLimit) {
    super(protocol, adapter);
    this.connection = connection;
    this.headerLimit = headerLimit;
  }

  @Override
  public SocketState service(SocketWrapperBase<?> socketWrapper) throws IOException {
    connection.use(socketWrapper);
    var state = super.service(socketWrapper);
    if (state != SocketState.LONG || headerLimit.isZero()) {
      headerFrom = null;
      return state;
    }
    // The connector bounds the silence between two reads only: a byte now and then would do.
    long now = System.nanoTime();
    if (headerFrom != socketWrapper) {
      headerFrom = socketWrapper;
      headerBegan = now;
    }
    long left = headerLimit.toMillis() - (now - headerBegan) / 1_000_000;
    if (left <= 0) {
      return SocketState.CLOSED;
    }
    socketWrapper.setReadTimeout(left);
    return state;
  }
}
