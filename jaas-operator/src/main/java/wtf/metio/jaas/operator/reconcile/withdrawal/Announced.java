// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.withdrawal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.ResourceType;

/** The ExternalArtifact of a snippet, or somebody else's object of that name. */
record Announced(KubeObject object) {

  /** Whether it was made for the snippet. */
  boolean isFor(KubeObject snippet) {
    return object.part("spec").get("sourceRef") instanceof JsonObject source
        && is(source, "apiVersion", ResourceType.SNIPPET.apiVersion())
        && is(source, "kind", ResourceType.SNIPPET.kind())
        && is(source, "name", snippet.name().name());
  }

  /** Whether it goes by itself once the snippet is gone. */
  boolean goesWith(KubeObject snippet) {
    if (object.part("metadata").get("ownerReferences") instanceof JsonArray owners) {
      for (var owner : owners) {
        if (owner instanceof JsonObject reference && is(reference, "uid", snippet.uid())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean is(JsonObject object, String field, String value) {
    return object.get(field) instanceof JsonElement text
        && text.isJsonPrimitive()
        && text.getAsString().equals(value);
  }
}
