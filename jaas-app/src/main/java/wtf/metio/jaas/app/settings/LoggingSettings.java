// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import java.util.List;
import wtf.metio.jaas.app.settings.source.Flag;
import wtf.metio.jaas.app.settings.source.Values;

/**
 * What is logged, and how it looks.
 *
 * @param level the least important one that is logged: debug, info, warn or error
 * @param format json or text
 * @param accessLog whether every request is logged
 */
public record LoggingSettings(String level, String format, boolean accessLog) {

  static final List<String> LEVELS = List.of("debug", "info", "warn", "error");
  static final List<String> FORMATS = List.of("json", "text");

  static final Flag<String> LEVEL =
      Flag.text("log-level", "info", "Least level that is logged: debug, info, warn or error.");
  static final Flag<String> FORMAT =
      Flag.text("log-format", "json", "Form of a log line: json or text.");
  static final Flag<Boolean> ACCESS_LOG =
      Flag.truth(
          "access-log",
          false,
          "Whether every rendering request is logged, at level info and without its query.");

  static LoggingSettings from(Values values) {
    return new LoggingSettings(values.get(LEVEL), values.get(FORMAT), values.get(ACCESS_LOG));
  }
}
