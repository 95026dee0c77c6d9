// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.commandline;

import java.util.List;
import java.util.Optional;
import wtf.metio.jaas.domain.notation.Nearest;

/** What somebody meant by an option that there is not. */
final class OptionHint {

  private static final List<String> LONG_OPTIONS =
      List.of(
          "--help",
          "--version",
          "--exec",
          "--jpath",
          "--output-file",
          "--multi",
          "--create-output-dirs",
          "--yaml-stream",
          "--string",
          "--no-trailing-newline",
          "--max-stack",
          "--max-trace",
          "--profile",
          "--profile-format",
          "--ext-str",
          "--ext-str-file",
          "--ext-code",
          "--ext-code-file",
          "--tla-str",
          "--tla-str-file",
          "--tla-code",
          "--tla-code-file");

  private OptionHint() {}

  /** A sentence for an option as the user wrote it; empty if it is like none. */
  static Optional<String> of(String written) {
    int equals = written.indexOf('=');
    if (equals > 0 && written.startsWith("--")) {
      return nearest(written.substring(0, equals))
          .map(option -> withValue(option, written.substring(equals + 1)));
    }
    if (written.length() > 2 && !written.startsWith("--")) {
      return nearest("-" + written)
          .map(o -> "Did you mean " + o + "? One dash means that each letter is an option.");
    }
    return nearest(written).map(o -> "Did you mean " + o + '?');
  }

  private static String withValue(String option, String value) {
    return option.equals("--profile")
        ? "Did you mean --profile=" + value + '?'
        : "Write " + option + ' ' + value + ": a value is an argument of its own.";
  }

  private static Optional<String> nearest(String option) {
    return option.length() > 2 ? Nearest.to(option, LONG_OPTIONS) : Optional.empty();
  }
}
