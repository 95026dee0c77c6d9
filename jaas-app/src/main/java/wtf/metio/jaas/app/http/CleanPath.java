// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import wtf.metio.jaas.app.text.PercentEncoding;

/**
 * A path without double slashes and dot segments, still encoded.
 *
 * @param encoded begins with a slash; a slash at the end says that the path was written with one
 */
public record CleanPath(String encoded) {

  /** What becomes of a path. An encoded slash or dot is part of a name and stays. */
  public static CleanPath of(String rawPath) {
    var names = new ArrayDeque<String>();
    for (var name : rawPath.split("/", -1)) {
      if (name.equals("..")) {
        names.pollLast();
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.addLast(name);
      }
    }
    var joined = "/" + String.join("/", names);
    return new CleanPath(rawPath.endsWith("/") && !names.isEmpty() ? joined + "/" : joined);
  }

  /**
   * Answers a request whose path is not fit to be looked at: one that is wrongly encoded is
   * refused, one that is not clean is sent to where it is.
   *
   * @return the path, decoded; empty if the request is answered
   */
  public static Optional<CleanPath> orAnswer(Exchange exchange) throws IOException {
    var raw = exchange.rawPath();
    if (PercentEncoding.decodePath(raw).isEmpty()) {
      exchange.refuse();
      return Optional.empty();
    }
    var written = PercentEncoding.encodePath(raw);
    var clean = of(written);
    if (!clean.encoded().equals(written)) {
      redirect(exchange, clean.encoded());
      return Optional.empty();
    }
    return Optional.of(clean);
  }

  /** Sends the client to a path of this server, with the query it has. */
  public static void redirect(Exchange exchange, String path) throws IOException {
    var query = exchange.rawQuery();
    var location = ascii(query.isEmpty() ? path : path + "?" + query);
    if (exchange.isGet() || exchange.isHead()) {
      var link = "<a href=\"" + html(location) + "\">Temporary Redirect</a>.\n\n";
      exchange.answer(
          307,
          "text/html; charset=utf-8",
          Map.of("Location", location),
          link.getBytes(StandardCharsets.UTF_8));
    } else {
      exchange.answer(307, "text/html; charset=utf-8", Map.of("Location", location), new byte[0]);
    }
  }

  private static String ascii(String location) {
    var encoded = new StringBuilder(location.length());
    for (int i = 0; i < location.length(); i++) {
      char c = location.charAt(i);
      encoded.append(c < 0x80 ? String.valueOf(c) : PercentEncoding.encodePath(String.valueOf(c)));
    }
    return encoded.toString();
  }

  private static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&#34;")
        .replace("'", "&#39;");
  }
}
