// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Wanted differences from the reference, as files below {@code src/test/deviations}: named after
 * the case, holding the reason.
 */
final class Deviations {

  private Deviations() {}

  /** The reason by the name of the case. */
  static Map<String, String> fromCases() {
    var reasons = new TreeMap<String, String>();
    try (var files = Files.list(Path.of("src/test/deviations/cases"))) {
      for (var file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
        var name = file.getFileName().toString();
        reasons.put(name.substring(0, name.length() - ".md".length()), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    reasons.remove("README");
    return reasons;
  }

  /** The reason by the code of a recorded call. */
  static Map<String, String> fromCalls() {
    var reasons = new TreeMap<String, String>();
    try (var lines = Files.lines(Path.of("src/test/deviations/calls.txt"))) {
      lines
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", 2))
          .forEach(parts -> reasons.put(parts[0], parts.length > 1 ? parts[1] : ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reasons;
  }
}
