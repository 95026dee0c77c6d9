// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.artifacts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import wtf.metio.jaas.app.http.Exchange;
import wtf.metio.jaas.app.negotiation.IfNoneMatch;
import wtf.metio.jaas.domain.artifact.StoredArchive;

/**
 * What a client says about the archive that it has or expects, in the order of RFC 9110, 13.2.2.
 */
final class Preconditions {

  /** What follows from it. */
  enum Verdict {
    SEND,
    NOT_MODIFIED,
    FAILED
  }

  private static final Pattern TAG = Pattern.compile("(?:W/)?\"[^\"]*\"");

  private final Exchange exchange;
  private final String tag;
  private final Instant stored;

  Preconditions(Exchange exchange, StoredArchive archive) {
    this.exchange = exchange;
    this.tag = tag(archive);
    this.stored = archive.stored().truncatedTo(ChronoUnit.SECONDS);
  }

  /** The tag of an archive, in its quotes. */
  static String tag(StoredArchive archive) {
    return '"' + archive.digest().text() + '"';
  }

  Verdict verdict() {
    if (!isExpected()) {
      return Verdict.FAILED;
    }
    return isKnown() ? Verdict.NOT_MODIFIED : Verdict.SEND;
  }

  /** Whether a part may be sent: the client may want all if it has parts of something else. */
  boolean allowParts() {
    return exchange
        .header("If-Range")
        .map(
            condition ->
                condition.strip().equals(tag)
                    || HttpDate.read(condition).filter(stored::equals).isPresent())
        .orElse(true);
  }

  private boolean isExpected() {
    var wanted = exchange.headers("If-Match");
    if (!wanted.isEmpty()) {
      return wanted.stream().anyMatch(this::names);
    }
    return date("If-Unmodified-Since").map(date -> !HttpDate.isAfter(stored, date)).orElse(true);
  }

  private boolean isKnown() {
    List<String> known = exchange.headers("If-None-Match");
    if (!known.isEmpty()) {
      return IfNoneMatch.of(known).known(tag, tag).isPresent();
    }
    return date("If-Modified-Since").map(date -> !HttpDate.isAfter(stored, date)).orElse(false);
  }

  /** Whether a field names this archive; a weak tag names none. */
  private boolean names(String field) {
    return field.strip().equals("*")
        || TAG.matcher(field).results().anyMatch(match -> match.group().equals(tag));
  }

  private Optional<Instant> date(String name) {
    return exchange.header(name).flatMap(HttpDate::read);
  }
}
