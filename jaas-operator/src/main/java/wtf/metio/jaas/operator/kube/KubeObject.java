// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kube;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import wtf.metio.jaas.domain.snippet.ResourceName;

/**
 * An object as the API server sent it.
 *
 * @param json nobody changes it
 */
public record KubeObject(JsonObject json) {

  /** Who it is; only for what lives in a namespace. */
  public ResourceName name() {
    return new ResourceName(metadata("namespace"), metadata("name"));
  }

  /** Another one for an object that was deleted and created again. */
  public String uid() {
    return metadata("uid");
  }

  /** Another one after every write. */
  public String resourceVersion() {
    return metadata("resourceVersion");
  }

  /** How often its description changed. */
  public long generation() {
    return part("metadata").get("generation") instanceof JsonElement number
        ? number.getAsLong()
        : 0;
  }

  /** Whether it is being deleted. */
  public boolean isLeaving() {
    return !metadata("deletionTimestamp").isEmpty();
  }

  /** Who keeps it although it is to be deleted; nobody changes the list. */
  public JsonArray finalizers() {
    return part("metadata").get("finalizers") instanceof JsonArray present
        ? present
        : new JsonArray();
  }

  /** An object within it; empty if there is none of this name. */
  public JsonObject part(String name) {
    return json.get(name) instanceof JsonObject part ? part : new JsonObject();
  }

  private String metadata(String field) {
    return part("metadata").get(field) instanceof JsonElement text && text.isJsonPrimitive()
        ? text.getAsString()
        : "";
  }
}
