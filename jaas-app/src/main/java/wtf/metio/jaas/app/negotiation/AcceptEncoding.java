// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.negotiation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which codings of a body a client takes, in thousandths from not at all to gladly.
 *
 * @param gzip zero if it must not be compressed
 * @param identity zero if it must be; one if the client has not said anything about it
 */
public record AcceptEncoding(int gzip, int identity) {

  private static final AcceptEncoding SILENT = new AcceptEncoding(0, 1);

  private static final Pattern ELEMENT =
      Pattern.compile("([^;\\s]+)(?:\\s*;\\s*[qQ]=(0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?))?");

  /** What these fields say, each the value of one header. A malformed element says nothing. */
  public static AcceptEncoding of(List<String> fields) {
    if (fields.isEmpty()) {
      return SILENT;
    }
    var weights = new TreeMap<String, Integer>();
    for (var element : String.join(",", fields).split(",")) {
      var match = ELEMENT.matcher(element.strip());
      if (match.matches()) {
        weights.put(match.group(1).toLowerCase(Locale.ROOT), thousandths(match.group(2)));
      }
    }
    int gzip =
        weight(weights, "gzip").or(() -> weight(weights, "x-gzip")).orElse(other(weights, 0));
    return new AcceptEncoding(gzip, weight(weights, "identity").orElse(other(weights, 1)));
  }

  /**
   * Whether a body is to be compressed.
   *
   * @param worthwhile whether that makes it noticeably smaller; if not, it is done only for a
   *     client that takes nothing else
   */
  public boolean prefersGzip(boolean worthwhile) {
    return gzip > 0 && (identity == 0 || worthwhile && gzip >= identity);
  }

  private static int other(Map<String, Integer> weights, int silent) {
    return weight(weights, "*").orElse(silent);
  }

  private static Optional<Integer> weight(Map<String, Integer> weights, String coding) {
    return Optional.ofNullable(weights.get(coding));
  }

  private static int thousandths(@Nullable String weight) {
    return weight == null ? 1000 : (int) Math.round(Double.parseDouble(weight) * 1000);
  }
}
