// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.app.text.GoText;
import wtf.metio.jaas.domain.notation.GoDuration;

/** How a log line looks: the two forms of Go's structured logger. */
enum LogForm {

  /** One JSON object a line. A duration is an integer of nanoseconds. */
  JSON {
    @Override
    String line(SequencedMap<String, Object> attributes) {
      return attributes.entrySet().stream()
          .map(LogForm::member)
          .collect(Collectors.joining(",", "{", "}\n"));
    }
  },

  /** {@code key=value}, quoted where needed. */
  TEXT {
    @Override
    String line(SequencedMap<String, Object> attributes) {
      return attributes.entrySet().stream()
          .map(attribute -> bare(attribute.getKey()) + "=" + bare(text(attribute.getValue())))
          .collect(Collectors.joining(" ", "", "\n"));
    }
  };

  /** Enough for any stack trace and the longest diagnostic of a program. */
  private static final int LONGEST = 192 << 10;

  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ISO_OFFSET_DATE_TIME.withLocale(Locale.ROOT);
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);

  /** The line of these attributes, which begin with {@code time}, {@code level} and {@code msg}. */
  abstract String line(SequencedMap<String, Object> attributes);

  private static String member(Map.Entry<String, Object> attribute) {
    return GoText.plainJson(attribute.getKey()) + ":" + json(attribute.getValue());
  }

  private static String json(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Number number -> number.toString();
      case Boolean truth -> truth.toString();
      case Duration duration -> Long.toString(duration.toNanos());
      case Instant time -> GoText.plainJson(EXACT.format(time.atZone(ZoneId.systemDefault())));
      case Collection<?> items ->
          items.stream().map(LogForm::json).collect(Collectors.joining(",", "[", "]"));
      default -> GoText.plainJson(bounded(value.toString()));
    };
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "<nil>";
      case Duration duration -> GoDuration.format(duration);
      case Instant time -> MILLIS.format(time.atZone(ZoneId.systemDefault()));
      case Collection<?> items ->
          items.stream().map(LogForm::text).collect(Collectors.joining(" ", "[", "]"));
      default -> bounded(value.toString());
    };
  }

  /** What comes from outside may be of any length. */
  private static String bounded(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST) + "... (" + (text.length() - LONGEST) + " more characters)";
  }

  private static String bare(String text) {
    boolean fine =
        !text.isEmpty()
            && text.codePoints()
                .allMatch(
                    point ->
                        point != ' ' && point != '"' && point != '=' && GoText.isPrintable(point));
    return fine ? text : GoText.quote(text);
  }
}
