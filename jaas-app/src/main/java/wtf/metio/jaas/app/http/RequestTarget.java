// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.coyote.Request;
import org.apache.tomcat.util.buf.MessageBytes;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * What a request asks for, a byte a character.
 *
 * @param method as it was sent
 * @param path as it was sent: encoded, neither cleaned nor checked
 * @param query what was sent after the question mark; empty also if there was none
 */
record RequestTarget(String method, String path, String query) {

  private static final Pattern LINE =
      Pattern.compile(
          "([A-Z]+) (/[^?\\x00-\\x20\\x7f]*)(?:\\?([^\\x00-\\x20\\x7f]*))? HTTP/1\\.[01]\r?\n");

  static RequestTarget of(Request request) {
    return new RequestTarget(
        request.getMethod(), raw(request.requestURI()), raw(request.queryString()));
  }

  /**
   * What a request asks for that the connector refused because of a character outside of ASCII. The
   * reference takes those, and people type them.
   *
   * @return empty if there is more wrong with it
   */
  static Optional<RequestTarget> ofRefused(Request request) {
    if (!(request.getInputBuffer() instanceof ApplicationBufferHandler buffer)) {
      return Optional.empty();
    }
    var match = LINE.matcher(text(buffer.getByteBuffer()));
    if (!match.lookingAt()) {
      return Optional.empty();
    }
    var query = match.group(3);
    return Optional.of(
        new RequestTarget(match.group(1), match.group(2), query == null ? "" : query));
  }

  private static String text(ByteBuffer buffer) {
    var everything = buffer.duplicate().position(0);
    var bytes = new byte[everything.remaining()];
    everything.get(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
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
