// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.schema;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import wtf.metio.jaas.domain.publication.OutputFormatter.Formatted;
import wtf.metio.jaas.domain.snippet.Format;
import wtf.metio.jaas.manifest.format.Json;
import wtf.metio.jaas.manifest.format.JsonOutputFormatter;

/** The definition that an API server takes, written from a kind's schema. */
final class CustomResourceDefinition {

  private static final String HEAD =
      """
      # SPDX-FileCopyrightText: The JaaS Authors
      # SPDX-License-Identifier: 0BSD
      # Generated from the schema: ./mvnw -pl jaas-manifest -am test -Dtest=ResourcesTest -Dresources.update -Dsurefire.failIfNoSpecifiedTests=false
      """;

  private CustomResourceDefinition() {}

  static String fileName(Kind kind) {
    return Kind.GROUP + '_' + kind.plural() + ".yaml";
  }

  static String yaml(Kind kind) {
    var formatted = new JsonOutputFormatter().format(Json.bytes(definition(kind)), Format.YAML);
    var yaml = ((Formatted.Files) formatted).files().content("rendered.yaml").orElseThrow();
    return HEAD + new String(yaml, StandardCharsets.UTF_8);
  }

  private static Map<String, Object> definition(Kind kind) {
    return Map.of(
        "apiVersion",
        "apiextensions.k8s.io/v1",
        "kind",
        "CustomResourceDefinition",
        "metadata",
        Map.of(
            "annotations",
            Map.of("controller-gen.kubebuilder.io/version", "v0.21.0"),
            "name",
            kind.plural() + '.' + Kind.GROUP),
        "spec",
        Map.of(
            "group",
            Kind.GROUP,
            "names",
            Map.of(
                "kind", kind.text(),
                "listKind", kind.text() + "List",
                "plural", kind.plural(),
                "shortNames", List.of(kind.shortName()),
                "singular", kind.singular()),
            "scope",
            "Namespaced",
            "versions",
            List.of(version(kind))));
  }

  private static Map<String, Object> version(Kind kind) {
    return Map.of(
        "additionalPrinterColumns",
        kind.columns().stream().map(it -> column(it)).toList(),
        "name",
        Kind.VERSION,
        "schema",
        Map.of("openAPIV3Schema", root(kind)),
        "served",
        true,
        "storage",
        true,
        "subresources",
        Map.of("status", Map.of()));
  }

  private static Map<String, Object> column(Kind.Column column) {
    var written = new TreeMap<String, Object>();
    written.put("jsonPath", column.path());
    written.put("name", column.name());
    written.put("type", column.type());
    if (column.priority() > 0) {
      written.put("priority", (double) column.priority());
    }
    return written;
  }

  private static Map<String, Object> root(Kind kind) {
    return Map.of(
        "description",
        kind.meaning(),
        "type",
        "object",
        "properties",
        Map.of(
            "apiVersion", described("Group and version of the resource.", Schema.Text.ANY),
            "kind", described("The kind of the resource.", Schema.Text.ANY),
            "metadata", Map.of("type", "object"),
            "spec", described("What is wanted.", kind.spec()),
            "status", described("What is there.", kind.status())));
  }

  private static Map<String, Object> described(String meaning, Schema schema) {
    var written = written(schema);
    written.put("description", meaning.replace("`", ""));
    return written;
  }

  private static Map<String, Object> written(Schema schema) {
    var written = new TreeMap<String, Object>();
    switch (schema) {
      case Schema.Text text -> text(text, written);
      case Schema.Whole(var bits, var least, var most) -> {
        written.put("type", "integer");
        written.put("format", "int" + bits);
        if (least != null) {
          written.put("minimum", least.doubleValue());
        }
        if (most != null) {
          written.put("maximum", most.doubleValue());
        }
      }
      case Schema.Flag() -> written.put("type", "boolean");
      case Schema.ListOf(var element, var key) -> {
        written.put("type", "array");
        written.put("items", written(element));
        written.put("x-kubernetes-list-type", key.isEmpty() ? "atomic" : "map");
        if (!key.isEmpty()) {
          written.put("x-kubernetes-list-map-keys", List.of(key));
        }
      }
      case Schema.MapOf(var element) -> {
        written.put("type", "object");
        written.put("additionalProperties", written(element));
      }
      case Schema.Group group -> group(group, written);
      case Schema.NamedValues _ -> written.put("x-kubernetes-preserve-unknown-fields", true);
    }
    rules(schema.rules(), written);
    return written;
  }

  private static void text(Schema.Text text, Map<String, Object> written) {
    written.put("type", "string");
    if (!text.allowed().isEmpty()) {
      written.put("enum", text.allowed());
    }
    if (text.shortest() > 0) {
      written.put("minLength", (double) text.shortest());
    }
    if (text.longest() > 0) {
      written.put("maxLength", (double) text.longest());
    }
    if (!text.pattern().isEmpty()) {
      written.put("pattern", text.pattern());
    }
    if (!text.format().isEmpty()) {
      written.put("format", text.format());
    }
  }

  private static void group(Schema.Group group, Map<String, Object> written) {
    var properties = new TreeMap<String, Object>();
    var required = new ArrayList<String>();
    for (var field : group.fields()) {
      var property = described(field.meaning(), field.schema());
      if (!field.initial().isEmpty()) {
        property.put("default", initial(field));
      }
      properties.put(field.name(), property);
      if (field.required()) {
        required.add(field.name());
      }
    }
    written.put("type", "object");
    written.put("properties", properties);
    if (!required.isEmpty()) {
      written.put("required", required.stream().sorted().toList());
    }
  }

  private static Object initial(Field field) {
    return field.schema() instanceof Schema.Whole
        ? (Object) Double.valueOf(field.initial())
        : field.initial();
  }

  private static void rules(List<Rule> rules, Map<String, Object> written) {
    if (!rules.isEmpty()) {
      written.put(
          "x-kubernetes-validations",
          rules.stream()
              .map(rule -> Map.of("message", rule.message(), "rule", rule.expression()))
              .toList());
    }
  }
}
