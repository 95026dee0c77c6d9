// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Long lists of differences go to a file, below {@code target} or where {@code proof.reports} says.
 */
final class Report {

  private Report() {}

  static Path write(String name, List<String> lines) {
    try {
      var folder = Path.of(System.getProperty("proof.reports", "target/conformance"));
      Files.createDirectories(folder);
      // Not as characters: a text that was cut may end within one.
      var bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
