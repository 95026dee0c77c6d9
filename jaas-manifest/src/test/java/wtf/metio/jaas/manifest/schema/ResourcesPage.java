// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The page with every field of our resources. */
final class ResourcesPage {

  private static final String HEAD =
      """
      <!-- SPDX-FileCopyrightText: The JaaS Authors -->
      <!-- SPDX-License-Identifier: 0BSD -->
      <!-- Generated from the schema: ./mvnw -pl jaas-manifest -am test -Dtest=ResourcesTest -Dresources.update -Dsurefire.failIfNoSpecifiedTests=false -->
      # Resources

      Snippets and libraries are described as resources of Kubernetes, in a cluster or in files. The definitions for a
      cluster are in [deploy/crds](../../deploy/crds); without a cluster `./jaas validate -f FILE` holds files to the same
      schema and the same rules, and [the guide](../guides/offline.md) shows how to render and compare them.

      - A file holds any number of documents in YAML, or JSON. It is read as `kubectl` reads it: `yes` and `on` are
        booleans, so a text that looks like one needs quotes. Lists (`kind: List`) are unfolded.
      - The namespace is `default` where none is written. Objects of other kinds in the same file are passed over, but for
        the sources of Flux (`GitRepository`, `OCIRepository`, `Bucket`, `ExternalArtifact`), whose `status.artifact` says
        where their files are.
      - A field that is null counts as missing. A field that is not listed here is an error.
      - A file has at most 64 MiB, 2,000,000 values and 200 levels, with everything that aliases stand for.
      """;

  private final StringBuilder page = new StringBuilder(HEAD);

  private ResourcesPage() {}

  static String markdown() {
    var writer = new ResourcesPage();
    for (var kind : Kind.values()) {
      writer.kind(kind);
    }
    writer.page.append("\n## Status\n\nBoth kinds have the same status.\n\n");
    writer.table(Kind.SNIPPET.status(), "status");
    return writer.page.toString();
  }

  private void kind(Kind kind) {
    page.append("\n## ").append(kind.text()).append("\n\n").append(kind.meaning());
    page.append(" `apiVersion: ").append(Kind.API_VERSION).append("`, `kubectl get ");
    page.append(kind.shortName()).append("`.\n\n");
    table(kind.spec(), "spec");
    for (var rule : kind.spec().rules()) {
      page.append("\nFor all of it: ").append(rule.message()).append(".\n");
    }
    page.append("\n`kubectl get` shows ");
    page.append(
        kind.columns().stream()
            .map(it -> it.name() + (it.priority() > 0 ? " (wide)" : ""))
            .collect(Collectors.joining(", ")));
    page.append(".\n");
  }

  private void table(Schema.Group group, String path) {
    page.append("| Field | Type | Default | Meaning |\n|---|---|---|---|\n");
    rows(group, path);
  }

  private void rows(Schema.Group group, String path) {
    for (var field : group.fields()) {
      var name = path + '.' + field.name();
      row(field, name);
      switch (field.schema()) {
        case Schema.Group inner -> rows(inner, name);
        case Schema.ListOf(Schema.Group inner, _) -> rows(inner, name + "[]");
        case Schema.NamedValues(var inner) -> rows(inner, name + "[]");
        case Schema.ListOf _, Schema.MapOf _, Schema.Text _, Schema.Whole _, Schema.Flag _ -> {}
      }
    }
  }

  private void row(Field field, String name) {
    var initial =
        field.required() ? "required" : field.initial().isEmpty() ? "" : code(field.initial());
    var meaning = field.meaning() + bounds(field.schema());
    page.append(
        String.format(
            Locale.ROOT,
            "| `%s` | %s | %s | %s |\n",
            name,
            type(field.schema()),
            initial,
            meaning.replace("|", "\\|")));
  }

  private static String type(Schema schema) {
    return switch (schema) {
      case Schema.Text text -> text.format().isEmpty() ? "text" : "point in time";
      case Schema.Whole _ -> "whole number";
      case Schema.Flag _ -> "boolean";
      case Schema.ListOf _ -> "list of objects";
      case Schema.MapOf _ -> "object of texts";
      case Schema.Group _ -> "object";
      case Schema.NamedValues _ -> "list of objects, or object of texts";
    };
  }

  private static String bounds(Schema schema) {
    var bounds = new ArrayList<String>();
    if (schema instanceof Schema.Text text) {
      if (!text.allowed().isEmpty()) {
        bounds.add("One of " + codes(text.allowed()) + '.');
      }
      if (text.longest() > 0) {
        bounds.add(text.shortest() + " to " + text.longest() + " characters.");
      } else if (text.shortest() > 0) {
        bounds.add("Not empty.");
      }
      if (!text.pattern().isEmpty()) {
        bounds.add("Matches " + code(text.pattern()) + '.');
      }
    }
    if (schema instanceof Schema.Whole(_, var least, var most) && least != null) {
      bounds.add(most == null ? "At least " + least + '.' : least + " to " + most + '.');
    }
    var rules =
        schema instanceof Schema.NamedValues(var element) ? element.rules() : schema.rules();
    rules.forEach(rule -> bounds.add("Rule: " + rule.message() + '.'));
    return bounds.stream().map(bound -> ' ' + bound).collect(Collectors.joining());
  }

  private static String codes(List<String> words) {
    return words.stream().map(ResourcesPage::code).collect(Collectors.joining(", "));
  }

  private static String code(String text) {
    return '`' + text + '`';
  }
}
