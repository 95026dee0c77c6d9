// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.flux;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.Set;
import java.util.stream.Collectors;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.ResourceType;

/** What the ExternalArtifact of a snippet looks like, without its status. */
final class ArtifactForm {

  /**
   * A version that no object ever has. What is applied with it is created, or refused if there is
   * an object of that name, whoever made it.
   */
  private static final String NEVER = "1";

  private final ResourceName name;
  private final JsonObject labels;
  private final OwnerReferences owners;

  ArtifactForm(KubeObject snippet) {
    this.name = snippet.name();
    this.labels = CopiedLabels.of(snippet);
    this.owners = new OwnerReferences(snippet);
  }

  /** Whether an object looks like this. */
  boolean isIn(KubeObject object) {
    var present =
        object.part("metadata").get("labels") instanceof JsonObject all ? all : new JsonObject();
    return owners.areIn(object)
        && labels.entrySet().stream()
            .allMatch(label -> label.getValue().equals(present.get(label.getKey())))
        && CopiedLabels.noted(object).equals(CopiedLabels.names(labels))
        && BackReference.isIn(object);
  }

  /** To be applied where there is no object yet. */
  JsonObject toCreate() {
    return applied(NEVER);
  }

  /** To be applied to an object as it was read. */
  JsonObject toApply(KubeObject object) {
    return applied(object.resourceVersion());
  }

  /** To be created by those who may not apply. */
  JsonObject whole() {
    var whole = applied(NEVER);
    whole.getAsJsonObject("metadata").remove("resourceVersion");
    return whole;
  }

  /** An object with everything that it lacks, by those who may not apply. */
  JsonObject whole(KubeObject object) {
    var whole = object.json().deepCopy();
    var metadata = whole.getAsJsonObject("metadata");
    metadata.remove("managedFields");
    metadata.add("ownerReferences", owners.within(object));
    var all = metadata.get("labels") instanceof JsonObject present ? present : new JsonObject();
    outdated(object).forEach(all::remove);
    labels.asMap().forEach(all::add);
    metadata.add("labels", all);
    var notes =
        metadata.get("annotations") instanceof JsonObject present ? present : new JsonObject();
    note().asMap().forEach(notes::add);
    metadata.add("annotations", notes);
    whole.add("spec", spec());
    return whole;
  }

  /** Takes away what an object still has of former days, after everything was applied. */
  JsonObject remedy(KubeObject object) {
    var metadata = new JsonObject();
    metadata.addProperty("resourceVersion", object.resourceVersion());
    metadata.add("ownerReferences", owners.within(object));
    var former = new JsonObject();
    outdated(object).forEach(label -> former.add(label, JsonNull.INSTANCE));
    metadata.add("labels", former);
    var body = new JsonObject();
    body.add("metadata", metadata);
    return body;
  }

  private JsonObject applied(String resourceVersion) {
    var metadata = new JsonObject();
    metadata.addProperty("namespace", name.namespace());
    metadata.addProperty("name", name.name());
    metadata.addProperty("resourceVersion", resourceVersion);
    metadata.add("labels", labels.deepCopy());
    metadata.add("annotations", note());
    var references = new JsonArray();
    references.add(owners.ours());
    metadata.add("ownerReferences", references);
    var body = new JsonObject();
    body.addProperty("apiVersion", ResourceType.EXTERNAL_ARTIFACT.apiVersion());
    body.addProperty("kind", ResourceType.EXTERNAL_ARTIFACT.kind());
    body.add("metadata", metadata);
    body.add("spec", spec());
    return body;
  }

  private JsonObject note() {
    var annotations = new JsonObject();
    annotations.addProperty(CopiedLabels.NOTE, String.join(",", CopiedLabels.names(labels)));
    return annotations;
  }

  private JsonObject spec() {
    var spec = new JsonObject();
    spec.add("sourceRef", BackReference.to(name));
    return spec;
  }

  /** Labels that were copied once, and that the snippet has no more. */
  private Set<String> outdated(KubeObject object) {
    return CopiedLabels.noted(object).stream()
        .filter(label -> !labels.has(label))
        .collect(Collectors.toUnmodifiableSet());
  }
}
