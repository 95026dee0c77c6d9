// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An answer as it came over the wire. */
public record RawResponse(int status, List<String> headers, byte[] body) {

  static RawResponse of(byte[] bytes) {
    var everything = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = everything.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new AssertionError("no answer but: " + everything);
    }
    var lines = everything.substring(0, end).split("\r\n");
    return new RawResponse(
        Integer.parseInt(lines[0].split(" ")[1]),
        List.of(lines).subList(1, lines.length),
        Arrays.copyOfRange(bytes, end + 4, bytes.length));
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  public Optional<String> header(String name) {
    var prefix = name.toLowerCase(Locale.ROOT) + ": ";
    return headers.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
        .map(line -> line.substring(prefix.length()))
        .findFirst();
  }

  public List<String> headerNames() {
    return headers.stream().map(line -> line.substring(0, line.indexOf(':'))).toList();
  }
}
