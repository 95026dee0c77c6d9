// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.resource;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Optional;
import wtf.metio.jaas.operator.kube.KubeObject;

/** Reads what a source says of itself, and why it cannot be used. */
public final class SourceReading {

  private final KubeObject object;
  private final JsonObject status;

  private SourceReading(KubeObject object) {
    this.object = object;
    this.status = object.part("status");
  }

  /** A source as it was sent. */
  public static SourceResource of(String kind, KubeObject object) {
    var reading = new SourceReading(object);
    return new SourceResource(
        kind,
        object.name(),
        object.resourceVersion(),
        reading.artifact("url"),
        reading.artifact("revision"),
        reading.artifact("digest"),
        reading.unready());
  }

  /** Whether there is an artifact at all. */
  public static boolean hasArtifact(KubeObject object) {
    return object.part("status").get("artifact") instanceof JsonObject;
  }

  private String artifact(String field) {
    return status.get("artifact") instanceof JsonObject artifact ? text(artifact.get(field)) : "";
  }

  /** A digest that is no text must not pass for none. */
  private static String text(JsonElement value) {
    if (value == null || value.isJsonNull()) {
      return "";
    }
    return value.isJsonPrimitive() ? value.getAsString() : value.toString();
  }

  private String unready() {
    var conditions = status.get("conditions");
    if (conditions == null || conditions.isJsonNull()) {
      return "status.conditions not yet populated";
    }
    if (!(conditions instanceof JsonArray list)) {
      return "status.conditions malformed";
    }
    if (list.isEmpty()) {
      return "status.conditions empty";
    }
    return ready(list).map(this::unready).orElse("no Ready condition");
  }

  private static Optional<JsonObject> ready(JsonArray conditions) {
    return conditions.asList().stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .filter(condition -> text(condition.get("type")).equals("Ready"))
        .findFirst();
  }

  private String unready(JsonObject ready) {
    var state = text(ready.get("status"));
    if (!state.equals("True")) {
      var reason = text(ready.get("reason"));
      return "Ready=" + state + (reason.isEmpty() ? "" : '/' + reason);
    }
    return isOutdated() ? "generation " + object.generation() + " is not observed yet" : "";
  }

  private boolean isOutdated() {
    return Optional.ofNullable(status.get("observedGeneration")).orElse(JsonNull.INSTANCE)
            instanceof JsonPrimitive observed
        && observed.isNumber()
        && observed.getAsLong() < object.generation();
  }
}
