// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wtf.metio.jaas.domain.archive.EntryName;
import wtf.metio.jaas.domain.publication.OutputFormatter.Formatted;
import wtf.metio.jaas.domain.snippet.Format;

class ManifestsFormatTest {

  private static Formatted formatted(String json) {
    return new JsonOutputFormatter()
        .format(json.getBytes(StandardCharsets.UTF_8), Format.MANIFESTS);
  }

  private static Map<String, String> files(String json) {
    var texts = new LinkedHashMap<String, String>();
    ((Formatted.Files) formatted(json))
        .files()
        .entries()
        .forEach(
            file -> texts.put(file.getKey(), new String(file.getValue(), StandardCharsets.UTF_8)));
    return texts;
  }

  private static String object(String apiVersion, String kind, String metadata) {
    return "{\"apiVersion\": \"%s\", \"kind\": \"%s\", \"metadata\": %s}"
        .formatted(apiVersion, kind, metadata);
  }

  @Test
  void objectsAreFoundAnywhereAndListedForKustomize() {
    var json =
        """
        {
           "db": [ %s, null, [ %s ] ],
           "nothing": null,
           "web": { "deployment": %s, "empty": { }, "service": %s }
        }
        """
            .formatted(
                object("v1", "Secret", "{\"name\": \"db\", \"namespace\": \"data\"}"),
                object("rbac.authorization.k8s.io/v1", "ClusterRole", "{\"name\": \"a:b_c\"}"),
                object("apps/v1", "Deployment", "{\"name\": \"web\", \"namespace\": \"web\"}"),
                object("v1", "Service", "{\"name\": \"web\", \"namespace\": \"web\"}"));

    assertThat(files(json))
        .containsOnlyKeys(
            "ClusterRole.rbac.authorization.k8s.io_a_3ab_5fc.yaml",
            "data/Secret_db.yaml",
            "kustomization.yaml",
            "web/Deployment.apps_web.yaml",
            "web/Service_web.yaml")
        .containsEntry(
            "web/Service_web.yaml",
            """
            apiVersion: v1
            kind: Service
            metadata:
              name: web
              namespace: web
            """)
        .containsEntry(
            "kustomization.yaml",
            """
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            resources:
            - ClusterRole.rbac.authorization.k8s.io_a_3ab_5fc.yaml
            - data/Secret_db.yaml
            - web/Deployment.apps_web.yaml
            - web/Service_web.yaml
            """)
        .allSatisfy((name, content) -> assertThat(EntryName.consumable(name)).contains(name));
  }

  @Test
  void listsAreUnfoldedAndWhatLiesInAnObjectBelongsToIt() {
    var json =
        """
        {"apiVersion": "v1", "kind": "List", "metadata": {"resourceVersion": "1"}, "items": [
          {"apiVersion": "x.io/v1", "kind": "Wrapper", "metadata": {"name": "w"}, "spec": {"template": %s}},
          {"apiVersion": "v1", "kind": "ConfigMapList", "items": [ %s ]},
          {"apiVersion": "x.io/v1", "kind": "AllowList", "metadata": {"name": "not-a-list"}}
        ]}
        """
            .formatted(
                object("v1", "Pod", "{\"name\": \"inner\"}"),
                object("v1", "ConfigMap", "{\"name\": \"c\"}"));

    assertThat(files(json))
        .containsOnlyKeys(
            "AllowList.x.io_not-a-list.yaml",
            "ConfigMap_c.yaml",
            "Wrapper.x.io_w.yaml",
            "kustomization.yaml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                          | there is no Kubernetes object in the value; publishing none would remove everything that was applied before
          []                          | there is no Kubernetes object in the value; publishing none would remove everything that was applied before
          {"apiVersion": "v1", "kind": "List", "items": []} | there is no Kubernetes object in the value; publishing none would remove everything that was applied before
          "text"                      | the value at $ belongs to no Kubernetes object; every object needs apiVersion and kind
          {"a": {"b c": [null, 1]}}   | the value at $.a["b c"][1] belongs to no Kubernetes object; every object needs apiVersion and kind
          {"a": {"kind": "Pod", "metadata": {"name": "x"}}} | the value at $.a.kind belongs to no Kubernetes object; every object needs apiVersion and kind
          {"apiVersion": "v1", "kind": "PodList", "items": [{"metadata": {"name": "x"}}]} | the value at $.items[0].metadata.name belongs to no Kubernetes object; every object needs apiVersion and kind
          {"a": {"apiVersion": "v1", "kind": "Pod"}} | the object at $.a has no metadata.name
          {"a": {"apiVersion": "v1", "kind": "Pod", "metadata": {"generateName": "x"}}} | the object at $.a has no metadata.name
          {"apiVersion": "v1", "kind": "P/od", "metadata": {"name": "x"}} | the object at $ has a kind or apiVersion that is none
          [{"apiVersion": "a/v1", "kind": "P", "metadata": {"name": "x"}}, {"apiVersion": "a/v2", "kind": "P", "metadata": {"name": "x"}}] | $[0] and $[1] are the same object, P.a_x.yaml
          """)
  void whatKustomizeCannotApplyIsRefused(String json, String message) {
    assertThat(formatted(json)).isEqualTo(new Formatted.Unfit("format manifests: " + message));
  }

  @Test
  void differentObjectsNeverShareAName() {
    var json =
        "["
            + String.join(
                ",",
                object("v1", "A", "{\"name\": \"b-c\"}"),
                object("b/v1", "A", "{\"name\": \"c\"}"),
                object("v1", "A", "{\"name\": \"b_c\"}"),
                object("v1", "A", "{\"name\": \"b:c\"}"),
                object("v1", "A", "{\"name\": \"b_3ac\"}"),
                object("v1", "A", "{\"name\": \"b/c\"}"),
                object("v1", "A", "{\"name\": \"..\"}"),
                object("v1", "A", "{\"name\": \"c\", \"namespace\": \"b\"}"),
                object("v1", "A", "{\"name\": \"c\", \"namespace\": \"..\"}"))
            + "]";

    assertThat(files(json)).hasSize(10);
    assertThat(files(json).keySet())
        .allSatisfy(name -> assertThat(EntryName.consumable(name)).contains(name));
  }

  @Test
  void jsonStaysAsItIsWithANoteIfItHoldsObjects() {
    var json = object("v1", "Pod", "{\"name\": \"x\"}").getBytes(StandardCharsets.UTF_8);
    var formatted = (Formatted.Files) new JsonOutputFormatter().format(json, Format.JSON);

    assertThat(formatted.files().content("rendered.json")).hasValue(json);
    assertThat(formatted.notes()).singleElement().asString().contains("(1)", "spec.format");

    var other = "{\"kind\": 1, \"apiVersion\": \"v1\"}".getBytes(StandardCharsets.UTF_8);
    assertThat(((Formatted.Files) new JsonOutputFormatter().format(other, Format.JSON)).notes())
        .isEmpty();
  }

  @Test
  void metadataInsideOfMetadataIsReadOnce() {
    var inner = "\"x\"";
    for (int i = 0; i < 400; i++) {
      inner = object("v1", "A", "{\"name\": \"n\", \"metadata\": " + inner + "}");
    }

    assertThat(files(inner)).hasSize(2);
  }
}
