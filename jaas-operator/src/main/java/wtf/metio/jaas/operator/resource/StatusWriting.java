// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.resource;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.artifact.Published;
import wtf.metio.jaas.operator.kube.KubeObject;

/** Writes the status of a snippet or library. */
public final class StatusWriting {

  private StatusWriting() {}

  /**
   * The body of a merge patch of the status, which the API server takes only as long as nobody else
   * changed the object.
   *
   * <p>The conditions of others are kept. When status, reason or message of one of ours changed
   * last is told by the object; what changes now, changes now.
   *
   * @param object as it was read
   * @param wanted what shall stand there; with a condition
   * @return empty if all of it stands there
   */
  public static Optional<JsonObject> patch(
      KubeObject object, SnippetStatus wanted, Progress progress, Instant now) {
    var before = object.part("status");
    var after = status(before, wanted, progress, now);
    boolean same =
        after.entrySet().stream()
            .allMatch(field -> field.getValue().equals(value(before, field.getKey())));
    if (same) {
      return Optional.empty();
    }
    var metadata = new JsonObject();
    metadata.addProperty("resourceVersion", object.resourceVersion());
    var body = new JsonObject();
    body.add("metadata", metadata);
    body.add("status", after);
    return Optional.of(body);
  }

  private static JsonObject status(
      JsonObject before, SnippetStatus wanted, Progress progress, Instant now) {
    var status = new JsonObject();
    status.addProperty("observedGeneration", wanted.observedGeneration());
    var ready = wanted.ready();
    if (ready != null) {
      var conditions = Json.parts(before, "conditions");
      status.add("conditions", Conditions.after(conditions, ready, progress, now));
    }
    var revision = wanted.history().stream().findFirst().map(it -> it.revision().text());
    status.add("revision", text(revision.orElse("")));
    status.add("artifactURL", text(wanted.artifactUrl()));
    status.add("lastSyncTime", time(wanted.lastSync()));
    status.add("lastHandledReconcileAt", text(wanted.handled()));
    status.add("inputsDigest", text(wanted.inputsDigest()));
    status.add("history", history(wanted));
    return status;
  }

  private static JsonElement history(SnippetStatus wanted) {
    if (wanted.history().isEmpty()) {
      return JsonNull.INSTANCE;
    }
    var entries = new JsonArray();
    wanted.history().forEach(published -> entries.add(entry(published)));
    return entries;
  }

  private static JsonObject entry(Published published) {
    var entry = new JsonObject();
    entry.addProperty("revision", published.revision().text());
    entry.add("time", time(published.since()));
    published.superseded().ifPresent(moment -> entry.add("supersededAt", time(moment)));
    return entry;
  }

  /** In a merge patch, nothing takes away what is there. */
  private static JsonElement text(String text) {
    return text.isEmpty() ? JsonNull.INSTANCE : new JsonPrimitive(text);
  }

  private static JsonElement time(@Nullable Instant moment) {
    return moment == null
        ? JsonNull.INSTANCE
        : new JsonPrimitive(moment.truncatedTo(ChronoUnit.SECONDS).toString());
  }

  private static JsonElement value(JsonObject status, String field) {
    return Optional.ofNullable(status.get(field)).orElse(JsonNull.INSTANCE);
  }
}
