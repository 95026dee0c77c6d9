// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.artifacts;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Dates in headers, in whole seconds. */
final class HttpDate {

  private static final int FIRST_YEAR_OF_TWO_DIGITS = 1970;

  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH);

  /** The form of today, and the two of long ago that are still to be read. */
  private static final List<DateTimeFormatter> READ =
      List.of(
          WRITTEN,
          new DateTimeFormatterBuilder()
              .appendPattern("EEEE, dd-MMM-")
              .appendValueReduced(ChronoField.YEAR, 2, 2, FIRST_YEAR_OF_TWO_DIGITS)
              .appendPattern(" HH:mm:ss 'GMT'")
              .toFormatter(Locale.ENGLISH),
          DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.ENGLISH));

  private HttpDate() {}

  static String write(Instant instant) {
    return WRITTEN.format(instant.atOffset(ZoneOffset.UTC));
  }

  /** The moment that a header names; empty if it is not written as a date. */
  static Optional<Instant> read(String text) {
    for (var form : READ) {
      try {
        return Optional.of(LocalDateTime.parse(text.strip(), form).toInstant(ZoneOffset.UTC));
      } catch (DateTimeParseException _) {
        // It may be written in the next one.
      }
    }
    return Optional.empty();
  }

  /** Whether one moment is after another, as far as headers can tell. */
  static boolean isAfter(Instant one, Instant other) {
    return one.truncatedTo(ChronoUnit.SECONDS).isAfter(other);
  }
}
