// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.watch;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.ResourceType;

/** Tells artifacts of snippets from those of others. */
final class Artifacts {

  private Artifacts() {}

  /** Whether it says that a snippet is what it was made from. */
  static boolean isOfSnippet(KubeObject artifact) {
    return artifact.part("spec").get("sourceRef") instanceof JsonObject source
        && text(source, "kind").equals(ResourceType.SNIPPET.kind())
        && text(source, "apiVersion").startsWith(ResourceType.SNIPPET.group() + '/');
  }

  private static String text(JsonObject object, String field) {
    return object.get(field) instanceof JsonPrimitive text ? text.getAsString() : "";
  }
}
