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

  private RecordedLines() {}

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
