// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The load generator wrk. */
public final class Wrk {

  private static final List<String> COMMAND = List.of("wrk", "-t2", "--latency");

  private static final int CONNECTIONS = 4;

  private Wrk() {}

  /**
   * What a run has said.
   *
   * @param perSecond answers
   * @param median time of an answer
   * @param p99 time that one in a hundred exceeds
   * @param failures answers of another status than 2xx and 3xx, and broken connections
   */
  public record Run(double perSecond, Duration median, Duration p99, long failures) {}

  /** Whether it is installed. */
  public static boolean isThere() {
    try {
      new ProcessBuilder("wrk", "-v").redirectErrorStream(true).start().destroy();
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /** Asks for an address without pause. */
  static Run run(URI address, Duration duration, List<String> headers) {
    return run(address, duration, headers, CONNECTIONS);
  }

  /** The same over so many connections. */
  public static Run run(URI address, Duration duration, List<String> headers, int connections) {
    try {
      var wrk = start(address, duration, headers, connections);
      var output = new String(wrk.getInputStream().readAllBytes());
      return new Run(
          number(output, "Requests/sec:\\s+([0-9.]+)"),
          time(output, "50%"),
          time(output, "99%"),
          (long) (number(output, "Non-2xx or 3xx responses: ([0-9]+)") + socketErrors(output)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Begins to ask and returns at once. */
  static Process start(URI address, Duration duration, List<String> headers) throws IOException {
    return start(address, duration, headers, CONNECTIONS);
  }

  private static Process start(
      URI address, Duration duration, List<String> headers, int connections) throws IOException {
    var words = new ArrayList<>(COMMAND);
    words.add("-c" + connections);
    words.add("-d" + duration.toSeconds() + "s");
    headers.forEach(header -> words.addAll(List.of("-H", header)));
    words.add(address.toString());
    return new ProcessBuilder(words).redirectErrorStream(true).start();
  }

  private static double socketErrors(String output) {
    return number(output, "Socket errors: connect ([0-9]+)")
        + number(output, "Socket errors:.* read ([0-9]+)")
        + number(output, "Socket errors:.* write ([0-9]+)")
        + number(output, "Socket errors:.* timeout ([0-9]+)");
  }

  private static double number(String output, String pattern) {
    var found = Pattern.compile(pattern).matcher(output);
    return found.find() ? Double.parseDouble(found.group(1)) : 0;
  }

  private static Duration time(String output, String share) {
    var found = Pattern.compile(share + "\\s+([0-9.]+)(us|ms|s|m)\\s").matcher(output);
    if (!found.find()) {
      return Duration.ZERO;
    }
    double nanos =
        switch (found.group(2).toLowerCase(Locale.ROOT)) {
          case "us" -> 1e3;
          case "ms" -> 1e6;
          case "s" -> 1e9;
          default -> 60e9;
        };
    return Duration.ofNanos((long) (Double.parseDouble(found.group(1)) * nanos));
  }
}
