// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.flux;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import wtf.metio.jaas.operator.kube.KubeObject;

/**
 * Labels of a snippet that its ExternalArtifact carries as well.
 *
 * <p>Those by which a deployer knows its own objects stay behind: it would look for the copy among
 * what it deploys, not find it, and delete it.
 */
final class CopiedLabels {

  static final String MANAGED_BY = "app.kubernetes.io/managed-by";
  static final String MANAGER = "jaas";

  /** Names what was copied, so that it can go when the snippet has it no more. */
  static final String NOTE = "jaas.metio.wtf/copied-labels";

  private static final Set<String> OF_DEPLOYERS =
      Set.of(
          MANAGED_BY,
          "app.kubernetes.io/instance",
          "applyset.kubernetes.io/part-of",
          "kapp.k14s.io/app",
          "kapp.k14s.io/association",
          "tanka.dev/environment");
  private static final Set<String> PREFIXES_OF_DEPLOYERS =
      Set.of(
          "kustomize.toolkit.fluxcd.io/",
          "helm.toolkit.fluxcd.io/",
          "fluxcd.controlplane.io/",
          "resourceset.fluxcd.controlplane.io/",
          "argocd.argoproj.io/",
          "helm.sh/",
          "fleet.cattle.io/",
          "objectset.rio.cattle.io/");

  private CopiedLabels() {}

  /** The labels that the artifact of a snippet carries. */
  static JsonObject of(KubeObject snippet) {
    var labels = new JsonObject();
    if (snippet.part("metadata").get("labels") instanceof JsonObject all) {
      for (var label : all.entrySet()) {
        if (!isOfDeployer(label.getKey())) {
          labels.add(label.getKey(), label.getValue());
        }
      }
    }
    labels.addProperty(MANAGED_BY, MANAGER);
    return labels;
  }

  /** The names among these that come from the snippet, in their order. */
  static SortedSet<String> names(JsonObject labels) {
    var names = new TreeSet<>(labels.keySet());
    names.remove(MANAGED_BY);
    return names;
  }

  /** The names of labels that an object says were copied. */
  static Set<String> noted(KubeObject artifact) {
    return artifact.part("metadata").get("annotations") instanceof JsonObject annotations
            && annotations.get(NOTE) instanceof JsonPrimitive note
            && !note.getAsString().isEmpty()
        ? new TreeSet<>(List.of(note.getAsString().split(",")))
        : Set.of();
  }

  private static boolean isOfDeployer(String label) {
    return OF_DEPLOYERS.contains(label)
        || PREFIXES_OF_DEPLOYERS.stream().anyMatch(label::startsWith);
  }
}
