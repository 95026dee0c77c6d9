// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.flux;

import com.google.gson.JsonObject;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.ResourceType;

/** What an ExternalArtifact says of whom it comes from. The three words are a contract. */
final class BackReference {

  private BackReference() {}

  /** What the object of a snippet says. */
  static JsonObject to(ResourceName snippet) {
    var reference = new JsonObject();
    reference.addProperty("apiVersion", ResourceType.SNIPPET.apiVersion());
    reference.addProperty("kind", ResourceType.SNIPPET.kind());
    reference.addProperty("name", snippet.name());
    return reference;
  }

  /** Whether an object comes from the snippet of its name. */
  static boolean isIn(KubeObject object) {
    return to(object.name()).equals(object.part("spec").get("sourceRef"));
  }
}
