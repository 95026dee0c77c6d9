// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers.cluster;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object as the server sent it, or a part of one.
 *
 * @param json not changed by anybody
 */
public record KubeObject(JsonObject json) {

  /** An object, or a part of one, that somebody wrote down. */
  public static KubeObject ofYaml(String text) {
    return YamlObjects.inText(text).getFirst();
  }

  /** An object as a server wrote it. */
  public static KubeObject ofJson(String text) {
    return new KubeObject(DeepJson.object(text));
  }

  /**
   * What stands at a place: the text itself if it is one, its JSON otherwise.
   *
   * @param pointer such as {@code /status/history/0/revision}; empty is the whole
   * @return empty if there is nothing, or null
   */
  public Optional<String> text(String pointer) {
    return at(pointer)
        .map(found -> found.isJsonPrimitive() ? found.getAsString() : found.toString());
  }

  /** What stands at a place; empty if there is nothing, or null. */
  public Optional<JsonElement> at(String pointer) {
    JsonElement place = json;
    if (!pointer.isEmpty()) {
      for (var step : List.of(pointer.substring(1).split("/", -1))) {
        place = below(place, step.replace("~1", "/").replace("~0", "~"));
      }
    }
    return Optional.of(place).filter(found -> !found.isJsonNull());
  }

  /** The objects of a list at a place; none if there is no such place. */
  public List<KubeObject> objects(String pointer) {
    return at(pointer)
        .map(
            list ->
                list.getAsJsonArray().asList().stream()
                    .map(item -> new KubeObject(item.getAsJsonObject()))
                    .toList())
        .orElse(List.of());
  }

  public String name() {
    return text("/metadata/name").orElseThrow();
  }

  /** Empty for what is in no namespace. */
  public Optional<String> namespace() {
    return text("/metadata/namespace");
  }

  public String resourceVersion() {
    return text("/metadata/resourceVersion").orElseThrow();
  }

  /** The condition of a type, if it is there. */
  public Optional<KubeObject> condition(String type) {
    return objects("/status/conditions").stream()
        .filter(condition -> condition.text("/type").equals(Optional.of(type)))
        .findFirst();
  }

  /** Whether a condition has a status, which is {@code True}, {@code False} or {@code Unknown}. */
  public boolean is(String type, String status) {
    return condition(type)
        .flatMap(condition -> condition.text("/status"))
        .equals(Optional.of(status));
  }

  /** The same in a namespace. */
  KubeObject in(String namespace) {
    var copy = json.deepCopy();
    copy.getAsJsonObject("metadata").addProperty("namespace", namespace);
    return new KubeObject(copy);
  }

  private static JsonElement below(JsonElement place, String step) {
    if (place.isJsonObject()) {
      return present(place.getAsJsonObject().get(step));
    }
    if (place.isJsonArray() && step.chars().allMatch(Character::isDigit)) {
      int index = Integer.parseInt(step);
      var array = place.getAsJsonArray();
      return index < array.size() ? array.get(index) : JsonNull.INSTANCE;
    }
    return JsonNull.INSTANCE;
  }

  private static JsonElement present(@Nullable JsonElement found) {
    return found == null ? JsonNull.INSTANCE : found;
  }

  @Override
  public String toString() {
    return json.toString();
  }
}
