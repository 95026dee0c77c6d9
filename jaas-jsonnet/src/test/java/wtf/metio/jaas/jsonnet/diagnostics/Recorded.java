// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.diagnostics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** A program and what the reference says about its text; see the README beside the recordings. */
public record Recorded(String program, String answer) {

  private static final String ARROW = " ➤ ";

  /** All recordings in a file or folder below {@code /syntax}. */
  public static Stream<Recorded> in(String name) {
    try {
      var url = Objects.requireNonNull(Recorded.class.getResource("/syntax/" + name), name);
      try (Stream<Path> files = Files.walk(Path.of(url.toURI()))) {
        return files.filter(Files::isRegularFile).sorted().toList().stream()
            .flatMap(Recorded::read);
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("Cannot read " + name, e);
    }
  }

  private static Stream<Recorded> read(Path file) {
    try {
      return Files.readAllLines(file).stream().map(Recorded::of);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Recorded of(String line) {
    String[] parts = line.split(ARROW, 2);
    return new Recorded(
        parts[0].translateEscapes(), parts.length == 1 ? "" : parts[1].translateEscapes());
  }

  /** The program under the name that the reference saw it by. */
  public SourceText source() {
    return new SourceText("t", program.getBytes(StandardCharsets.UTF_8));
  }
}
