// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** The time that is left for a client to take its answer, counted from the making of this. */
final class Patience {

  private final SocketWrapperBase<?> socket;
  private final Duration limit;
  private final long begin = System.nanoTime();

  Patience(SocketWrapperBase<?> socket, Duration limit) {
    this.socket = socket;
    this.limit = limit;
  }

  /** Lets the next write take what is left. */
  void beforeWriting() throws IOException {
    if (limit.isZero()) {
      socket.setWriteTimeout(-1);
      return;
    }
    long left = limit.toMillis() - (System.nanoTime() - begin) / 1_000_000;
    if (left <= 0) {
      throw new SocketTimeoutException("the client takes its answer too slowly");
    }
    socket.setWriteTimeout(left);
  }
}
