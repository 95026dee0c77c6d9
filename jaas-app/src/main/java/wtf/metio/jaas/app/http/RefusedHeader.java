// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * A header that the connector gave up, looked at once more.
 *
 * <p>The reference takes two things that the connector does not: characters outside of ASCII in an
 * address, because people type them, and headers of a mebibyte, for which the connector would keep
 * as much memory for every connection. Such a request is answered like any other, but is the last
 * of its connection.
 */
final class RefusedHeader {

  /** What the reference allows, with the slop it adds. */
  static final int MAX_BYTES = (1 << 20) + (4 << 10);

  private static final Pattern LINE =
      Pattern.compile(
          "[\r\n"
              + "]*([A-Za-z]+) (/[^?\\x00-\\x20\\x7f]*)(?:\\?([^\\x00-\\x20\\x7f]*))?"
              + " HTTP/1\\.[01]\r"
              + "?\n");
  private static final Pattern OUTSIDE_OF_ASCII = Pattern.compile("[^\\x00-\\x7f]");

  private final String text;

  private RefusedHeader(String text) {
    this.text = text;
  }

  /** What is to be done with it. */
  sealed interface Verdict {

    /** It is to be answered after all. */
    record Taken(RequestTarget target) implements Verdict {}

    /** There is more wrong with it. */
    record Malformed() implements Verdict {}

    /** It is too large even for the reference. */
    record TooLarge() implements Verdict {}
  }

  /** Judges a header, reading the rest of it if that is what was wrong. */
  static Verdict judge(Request request, Connection connection, int connectorLimit)
      throws IOException {
    if (!(request.getInputBuffer() instanceof ApplicationBufferHandler buffer)) {
      return new Verdict.Malformed();
    }
    var bytes = bytes(buffer.getByteBuffer());
    var begin = new RefusedHeader(latin(bytes));
    if (bytes.length < connectorLimit && !begin.isTypedByPeople()) {
      return new Verdict.Malformed();
    }
    var whole = new ByteArrayOutputStream();
    whole.writeBytes(bytes);
    if (!connection.readHeader(whole, MAX_BYTES)) {
      return whole.size() >= MAX_BYTES ? new Verdict.TooLarge() : new Verdict.Malformed();
    }
    return new RefusedHeader(latin(whole.toByteArray())).target();
  }

  private Verdict target() {
    var match = LINE.matcher(text);
    if (!match.lookingAt()) {
      return new Verdict.Malformed();
    }
    var query = match.group(3);
    return new Verdict.Taken(
        new RequestTarget(match.group(1), match.group(2), query == null ? "" : query));
  }

  private boolean isTypedByPeople() {
    var match = LINE.matcher(text);
    return match.lookingAt() && OUTSIDE_OF_ASCII.matcher(match.group()).find();
  }

  private static byte[] bytes(ByteBuffer buffer) {
    var everything = buffer.duplicate().position(0);
    var bytes = new byte[everything.remaining()];
    everything.get(bytes);
    return bytes;
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
