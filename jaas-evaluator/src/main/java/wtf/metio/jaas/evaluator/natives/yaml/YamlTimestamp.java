// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.natives.yaml;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Points in time, which YAML knows and JSON does not. */
final class YamlTimestamp {

  private static final String DATE = "(\\d{4})-(\\d{1,2})-(\\d{1,2})";
  private static final String TIME = "(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:\\.(\\d+))?";

  /** A date; with a time and a zone; with a time after a space, which is in UTC. */
  private static final Pattern[] FORMS = {
    Pattern.compile(DATE + "[Tt]" + TIME + "(Z|[-+]\\d\\d:\\d\\d)"),
    Pattern.compile(DATE + " " + TIME + "()"),
    Pattern.compile(DATE + "()()()()()"),
  };

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

  private static final int NANO_DIGITS = 9;

  private YamlTimestamp() {}

  /** The point in time as JSON has it, down to the nanosecond; empty if the text is none. */
  static Optional<String> rewritten(String text) {
    for (var form : FORMS) {
      var parts = form.matcher(text);
      if (parts.matches()) {
        return rewritten(parts.toMatchResult());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> rewritten(MatchResult parts) {
    try {
      var time =
          LocalDateTime.of(
              number(parts, 1),
              number(parts, 2),
              number(parts, 3),
              number(parts, 4),
              number(parts, 5),
              number(parts, 6));
      return Optional.of(SECONDS.format(time) + fraction(parts.group(7)) + zone(parts.group(8)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static int number(MatchResult parts, int group) {
    var digits = parts.group(group);
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  private static String fraction(@Nullable String digits) {
    if (digits == null) {
      return "";
    }
    int end = Math.min(digits.length(), NANO_DIGITS);
    while (end > 0 && digits.charAt(end - 1) == '0') {
      end--;
    }
    return end == 0 ? "" : '.' + digits.substring(0, end);
  }

  private static String zone(String offset) {
    return offset.isEmpty() ? "Z" : ZoneOffset.of(offset).getId();
  }
}
