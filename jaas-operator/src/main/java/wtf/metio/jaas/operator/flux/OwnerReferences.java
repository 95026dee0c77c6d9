// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.flux;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.ResourceType;

/**
 * Who an ExternalArtifact goes with: when the snippet is gone, the cluster collects it.
 *
 * @param snippet as it is now; one that was deleted and created again is another one
 */
record OwnerReferences(KubeObject snippet) {

  private static final String FIELD = "ownerReferences";

  /** The reference to the snippet. */
  JsonObject ours() {
    var reference = new JsonObject();
    reference.addProperty("apiVersion", ResourceType.SNIPPET.apiVersion());
    reference.addProperty("kind", ResourceType.SNIPPET.kind());
    reference.addProperty("name", snippet.name().name());
    reference.addProperty("uid", snippet.uid());
    reference.addProperty("controller", false);
    reference.addProperty("blockOwnerDeletion", false);
    return reference;
  }

  /** Whether an object goes with this very snippet, and with no former one. */
  boolean areIn(KubeObject object) {
    int ours = 0;
    for (var reference : list(object)) {
      if (isOfSnippet(reference)) {
        if (!isLive(reference) || isSet(reference, "controller")) {
          return false;
        }
        ours++;
      }
    }
    return ours == 1;
  }

  /** Whether an object goes when this very snippet goes. */
  boolean collect(KubeObject object) {
    return list(object).asList().stream()
        .anyMatch(reference -> isOfSnippet(reference) && isLive(reference));
  }

  /** All references that an object is to have: those of others as they are, and ours. */
  JsonArray within(KubeObject object) {
    var references = new JsonArray();
    list(object).asList().stream()
        .filter(reference -> !isOfSnippet(reference))
        .forEach(references::add);
    references.add(ours());
    return references;
  }

  private boolean isLive(JsonElement reference) {
    return new JsonPrimitive(snippet.uid()).equals(field(reference, "uid"));
  }

  private static boolean isSet(JsonElement reference, String flag) {
    return new JsonPrimitive(true).equals(field(reference, flag));
  }

  private static boolean isOfSnippet(JsonElement reference) {
    return new JsonPrimitive(ResourceType.SNIPPET.kind()).equals(field(reference, "kind"))
        && field(reference, "apiVersion")
            .toString()
            .startsWith('"' + ResourceType.SNIPPET.group() + '/');
  }

  private static JsonElement field(JsonElement object, String name) {
    return object instanceof JsonObject fields && fields.get(name) instanceof JsonElement value
        ? value
        : new JsonObject();
  }

  private static JsonArray list(KubeObject object) {
    return object.part("metadata").get(FIELD) instanceof JsonArray list ? list : new JsonArray();
  }
}
