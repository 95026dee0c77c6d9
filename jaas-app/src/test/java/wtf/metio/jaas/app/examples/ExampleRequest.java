// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of the page that lists the examples.
 *
 * @param target what stands behind {@code /jsonnet/} in a request
 * @param result the file with the expected answer
 * @param flags which the service needs in addition
 */
record ExampleRequest(String target, Path result, List<String> flags) {

  /** The folder of the examples; tests run in the folder of their module. */
  static final Path EXAMPLES = Path.of("../deploy/examples");

  private static final Pattern LINE =
      Pattern.compile("\\| `([^`]+)` \\|[^|]+\\| \\[[^]]+]\\(([^)]+)\\) \\| (?:`([^`]+)` )?\\|");

  static List<ExampleRequest> all() throws IOException {
    return LINE.matcher(Files.readString(EXAMPLES.resolve("README.md")))
        .results()
        .map(
            line ->
                new ExampleRequest(
                    line.group(1),
                    EXAMPLES.resolve(line.group(2)),
                    line.group(3) == null ? List.of() : List.of(line.group(3).split(" "))))
        .toList();
  }

  String snippet() {
    return target.replaceFirst("\\?.*", "");
  }

  String query() {
    return target.contains("?") ? target.substring(target.indexOf('?') + 1) : "";
  }

  @Override
  public String toString() {
    return flags.isEmpty() ? target : target + " with " + String.join(" ", flags);
  }
}
