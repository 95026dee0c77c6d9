// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What has to be kept, told in the simplest way: it remembers everything that was ever announced
 * and looks through all of it each time.
 */
final class RetentionModel {

  private record Event(String content, Instant at) {}

  private final Duration grace;
  private final List<Event> events = new ArrayList<>();
  private final Set<String> stored = new HashSet<>();

  RetentionModel(Duration grace) {
    this.grace = grace;
  }

  void announced(String content, Instant now) {
    stored.add(content);
    if (events.isEmpty() || !events.getLast().content().equals(content)) {
      events.add(new Event(content, now));
    }
  }

  /** Everything that can be fetched, newest first. */
  List<String> kept() {
    return events.reversed().stream()
        .map(Event::content)
        .distinct()
        .filter(stored::contains)
        .toList();
  }

  /** What the status lists. */
  List<String> listed(int history) {
    return kept().stream().limit(history).toList();
  }

  /** Removes what has had its time. */
  void tidy(int history, Instant now) {
    kept().stream()
        .skip(history)
        .filter(content -> !supersededAt(content).plus(grace).isAfter(now))
        .forEach(stored::remove);
  }

  /** When the next one will have had its time. */
  Optional<Instant> nextExpiry(int history) {
    return kept().stream()
        .skip(history)
        .map(content -> supersededAt(content).plus(grace))
        .min(Instant::compareTo);
  }

  private Instant supersededAt(String content) {
    int last = 0;
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).content().equals(content)) {
        last = i;
      }
    }
    return events.get(last + 1).at();
  }
}
