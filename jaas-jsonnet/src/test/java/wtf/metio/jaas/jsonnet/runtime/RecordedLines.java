// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Tables of what the reference answers, one line a case. */
public final class RecordedLines {

  private static final String ANSWERED = " => ";
  private static final String REFUSED = " =! ";

  private RecordedLines() {}

  /**
   * A line in two parts.
   *
   * @param text what was read, with escapes resolved
   * @param fails whether it was refused
   * @param outcome the value, or the message
   */
  public record Reading(String text, boolean fails, String outcome) {

    /** The reading in a line with an arrow. */
    public static Reading of(String line) {
      boolean fails = line.contains(REFUSED);
      int arrow = line.lastIndexOf(fails ? REFUSED : ANSWERED);
      return new Reading(
          line.substring(0, arrow).translateEscapes(),
          fails,
          line.substring(arrow + ANSWERED.length()));
    }

    /** The outcome of a parser that begins its messages like this. */
    public String outcome(String prefix) {
      return fails ? prefix + outcome : outcome;
    }
  }

  /** The lines of a resource beside a class, comments left out. */
  public static List<String> of(Class<?> test, String resource) {
    try (var stream = test.getResourceAsStream(resource);
        var reader =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(stream, resource), StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("# ")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
