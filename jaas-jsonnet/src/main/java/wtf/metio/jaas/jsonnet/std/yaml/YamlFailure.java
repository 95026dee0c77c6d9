// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.yaml;

import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;

/**
 * Messages about text that is no YAML; their lines are those of the reference, off by one or not.
 */
final class YamlFailure {

  private YamlFailure() {}

  /** Text that makes no token. */
  static JsonnetException token(Mark context, String problem, Mark place) {
    return at(place.line() == 0 ? context.line() : place.line() + 1, problem);
  }

  /** A token that does not fit. */
  static JsonnetException structure(Mark context, String problem, Mark place) {
    return at(place.line() == 0 ? context.line() : place.line(), problem);
  }

  /** A token that does not fit, where nothing around it is at fault. */
  static JsonnetException structure(String problem, Mark place) {
    return at(place.line(), problem);
  }

  private static JsonnetException at(int line, String problem) {
    return of(line == 0 ? problem : "line " + line + ": " + problem);
  }

  /** A failure without a place. */
  static JsonnetException of(String problem) {
    return conversion("yaml: " + problem);
  }

  /** A document that is fine and yet cannot become a value. */
  static JsonnetException conversion(String problem) {
    return JsonnetException.runtime(
        "failed to parse YAML: error converting YAML to JSON: " + problem);
  }
}
