// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.resource;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wtf.metio.jaas.domain.artifact.Published;
import wtf.metio.jaas.domain.artifact.Revision;

/** Reads the revisions that a status lists. */
final class HistoryReading {

  private HistoryReading() {}

  /** Newest first, each once: the reference lists one again that became current again. */
  static List<Published> read(JsonObject status) {
    Map<Revision, Published> revisions = new LinkedHashMap<>();
    var entries = Json.parts(status, "history").stream().filter(HistoryReading::isListed).toList();
    var current = Json.text(status, "revision");
    if (Json.isHash(current) && entries.stream().noneMatch(it -> names(it, current))) {
      var since = Json.time(status, "lastSyncTime").orElse(Instant.EPOCH);
      revisions.put(new Revision(current), new Published(new Revision(current), since, null));
    }
    entries.forEach(entry -> revisions.putIfAbsent(revision(entry), published(entry)));
    return List.copyOf(revisions.values());
  }

  private static boolean isListed(JsonObject entry) {
    return Json.isHash(Json.text(entry, "revision"));
  }

  private static boolean names(JsonObject entry, String revision) {
    return Json.text(entry, "revision").equals(revision);
  }

  private static Revision revision(JsonObject entry) {
    return new Revision(Json.text(entry, "revision"));
  }

  private static Published published(JsonObject entry) {
    return new Published(
        revision(entry),
        Json.time(entry, "time").orElse(Instant.EPOCH),
        Json.time(entry, "supersededAt").orElse(null));
  }
}
