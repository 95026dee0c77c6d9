// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/** What a figure was measured on. */
final class Machine {

  private Machine() {}

  /** One line without names of machines or paths. */
  static String line() {
    return "Measured on %d processors (%s), %d GiB, %s %s, JDK %s."
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            value("/proc/cpuinfo", "model name", "unknown processor"),
            Long.parseLong(value("/proc/meminfo", "MemTotal", "0 kB").split(" ")[0]) >> 20,
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.version());
  }

  private static String value(String file, String key, String otherwise) {
    Predicate<String> wanted = line -> line.startsWith(key);
    try (var lines = Files.lines(Path.of(file))) {
      return lines
          .filter(wanted)
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElse(otherwise);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
