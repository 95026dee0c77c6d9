// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

import java.nio.charset.StandardCharsets;
import org.apache.coyote.Request;
import org.apache.tomcat.util.buf.MessageBytes;

/**
 * What a request asks for, a byte a character.
 *
 * @param method as it was sent
 * @param path as it was sent: encoded, neither cleaned nor checked
 * @param query what was sent after the question mark; empty also if there was none
 */
record RequestTarget(String method, String path, String query) {

  static RequestTarget of(Request request) {
    return new RequestTarget(
        request.getMethod(), raw(request.requestURI()), raw(request.queryString()));
  }

  private static String raw(MessageBytes bytes) {
    if (bytes.isNull()) {
      return "";
    }
    bytes.toBytes();
    var chunk = bytes.getByteChunk();
    return new String(
        chunk.getBuffer(), chunk.getStart(), chunk.getLength(), StandardCharsets.ISO_8859_1);
  }
}
