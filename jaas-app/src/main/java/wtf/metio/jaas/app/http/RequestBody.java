// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * What a client sends behind a header. Nobody here reads it.
 *
 * <p>If all of it came with the header, the connector skips it and the connection lives on.
 * Otherwise its end would have to be waited for, by a thread and for as long as the client likes:
 * the connection ends instead.
 */
final class RequestBody {

  private final Request request;

  RequestBody(Request request) {
    this.request = request;
  }

  /** Whether there is more to come than is here already. */
  boolean isUnderWay() {
    long length = request.getContentLengthLong();
    return length > 0 ? length > here() : request.getHeader("Transfer-Encoding") != null;
  }

  /** Whether the client waits to be told to send it. */
  boolean isHeldBack() {
    return request.hasExpectation();
  }

  private long here() {
    return request.getInputBuffer() instanceof ApplicationBufferHandler buffer
        ? buffer.getByteBuffer().remaining()
        : 0;
  }
}
