// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.watch;

import com.google.gson.JsonArray;
import com.google.gson.JsonPrimitive;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.resource.SnippetResource;

/** What keeps an object from going. */
final class Finalizers {

  private static final JsonPrimitive OURS = new JsonPrimitive(SnippetResource.FINALIZER);

  private Finalizers() {}

  static boolean hasOurs(KubeObject object) {
    return of(object).contains(OURS);
  }

  static boolean hasAny(KubeObject object) {
    return !of(object).isEmpty();
  }

  private static JsonArray of(KubeObject object) {
    return object.part("metadata").get("finalizers") instanceof JsonArray finalizers
        ? finalizers
        : new JsonArray();
  }
}
