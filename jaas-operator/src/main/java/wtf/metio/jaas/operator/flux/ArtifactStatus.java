// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.flux;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.ResourceType;

/**
 * The status of an ExternalArtifact.
 *
 * @param artifact what is offered, without the time of its last change
 * @param condition whether it can be had
 */
record ArtifactStatus(JsonObject artifact, Condition condition) {

  private static final String CHANGED = "lastUpdateTime";
  private static final String TRANSITION = "lastTransitionTime";
  private static final String READY = "Ready";
  private static final String STORAGE_FAILED = "StorageOperationFailed";

  /**
   * Whether it can be had, in the words of Flux.
   *
   * @param status True or False
   */
  record Condition(String status, String reason, String message) {

    static final Condition SUCCEEDED = new Condition("True", "Succeeded", "artifact published");

    static Condition storageFailed(String message) {
      return new Condition("False", STORAGE_FAILED, message);
    }
  }

  /** Whether an object says all this. */
  boolean isIn(KubeObject object) {
    var offered = offered(object);
    var ready = ready(object);
    return offered.has(CHANGED)
        && artifact.entrySet().stream()
            .allMatch(field -> field.getValue().equals(offered.get(field.getKey())))
        && says(ready, "status", condition.status())
        && says(ready, "reason", condition.reason())
        && says(ready, "message", condition.message())
        && new JsonPrimitive(object.generation()).equals(ready.get("observedGeneration"));
  }

  /** To be applied to the status of an object as it was read. */
  JsonObject toApply(KubeObject object, Instant now) {
    var metadata = new JsonObject();
    metadata.addProperty("namespace", object.name().namespace());
    metadata.addProperty("name", object.name().name());
    metadata.addProperty("resourceVersion", object.resourceVersion());
    var body = new JsonObject();
    body.addProperty("apiVersion", ResourceType.EXTERNAL_ARTIFACT.apiVersion());
    body.addProperty("kind", ResourceType.EXTERNAL_ARTIFACT.kind());
    body.add("metadata", metadata);
    body.add("status", within(object, now));
    return body;
  }

  /** An object with this status, by those who may not apply. */
  JsonObject whole(KubeObject object, Instant now) {
    var status = object.part("status").deepCopy();
    within(object, now).asMap().forEach(status::add);
    var whole = object.json().deepCopy();
    whole.getAsJsonObject("metadata").remove("managedFields");
    whole.add("status", status);
    return whole;
  }

  // The API server knows the conditions as one list: what others say there has to be said again.
  private JsonObject within(KubeObject object, Instant now) {
    var time = now.truncatedTo(ChronoUnit.SECONDS).toString();
    var before = offered(object);
    var offered = artifact.deepCopy();
    offered.addProperty(CHANGED, offersTheSame(before) ? text(before, CHANGED, time) : time);
    var conditions = new JsonArray();
    conditions(object).asList().stream()
        .filter(ArtifactStatus::isOfOthers)
        .forEach(conditions::add);
    conditions.add(ready(object, time));
    var status = new JsonObject();
    status.add("artifact", offered);
    status.add("conditions", conditions);
    return status;
  }

  private boolean offersTheSame(JsonObject before) {
    return artifact.get("revision").equals(before.get("revision"))
        && artifact.get("digest").equals(before.get("digest"));
  }

  private JsonObject ready(KubeObject object, String time) {
    var before = ready(object);
    var ready = new JsonObject();
    ready.addProperty("type", READY);
    ready.addProperty("status", condition.status());
    ready.addProperty("reason", condition.reason());
    ready.addProperty("message", condition.message());
    ready.addProperty(
        TRANSITION,
        says(before, "status", condition.status()) ? text(before, TRANSITION, time) : time);
    ready.addProperty("observedGeneration", object.generation());
    return ready;
  }

  /** Whether an object says that what it offers cannot be had. */
  static boolean isStorageFailed(KubeObject object) {
    return says(ready(object), "reason", STORAGE_FAILED);
  }

  /** What an object offers; empty if it offers nothing. */
  static JsonObject offered(KubeObject object) {
    return object.part("status").get("artifact") instanceof JsonObject artifact
        ? artifact
        : new JsonObject();
  }

  private static JsonObject ready(KubeObject object) {
    return conditions(object).asList().stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .filter(condition -> says(condition, "type", READY))
        .findFirst()
        .orElseGet(JsonObject::new);
  }

  private static JsonArray conditions(KubeObject object) {
    return object.part("status").get("conditions") instanceof JsonArray conditions
        ? conditions
        : new JsonArray();
  }

  /** What is malformed is dropped with what is ours: the API server would not take it again. */
  private static boolean isOfOthers(JsonElement element) {
    return element instanceof JsonObject condition
        && condition.has("type")
        && condition.has("status")
        && !says(condition, "type", READY);
  }

  private static boolean says(JsonObject object, String field, String text) {
    return new JsonPrimitive(text).equals(object.get(field));
  }

  private static String text(JsonObject object, String field, String otherwise) {
    return object.get(field) instanceof JsonPrimitive value ? value.getAsString() : otherwise;
  }
}
