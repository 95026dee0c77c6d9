// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.domain.snippet.SnippetRules;
import wtf.metio.jaas.manifest.schema.Field;
import wtf.metio.jaas.manifest.schema.Kind;
import wtf.metio.jaas.manifest.schema.Rule;
import wtf.metio.jaas.manifest.schema.Schema;

/** What the definitions for a cluster forbid, the reader forbids as well. */
class SchemaHeldTest {

  /** For every rule a spec that breaks it and nothing else. */
  private static final Map<String, List<String>> BROKEN =
      Map.of(
          "exactly one of spec.files or spec.sourceRef must be set",
          List.of("{}", "{files: {a: b}, sourceRef: {kind: Bucket, name: a}}", "{files: {}}"),
          "entryFile must not contain '..'",
          List.of("{files: {a: b}, entryFile: a..b}"),
          "interval must be between 30s and 24h",
          List.of("{files: {a: b}, interval: 29s}", "{files: {a: b}, interval: 24h1s}"),
          "value must be non-empty when code is true",
          List.of(
              "{files: {a: b}, tlas: [{name: a, code: true}]}",
              "{files: {a: b}, externalVariables: [{name: a, code: true, value: ''}]}"));

  private static List<ManifestProblem> problems(Kind kind, String spec) {
    var text =
        "{apiVersion: jaas.metio.wtf/v1, kind: %s, metadata: {name: a}, spec: %s}"
            .formatted(kind.text(), spec);
    return new ManifestReader(new SnippetRules(Set.of(), Set.of()))
        .read("x", text.getBytes(StandardCharsets.UTF_8))
        .problems();
  }

  @Test
  void everyRuleIsKeptInItsOwnWords() {
    for (var kind : Kind.values()) {
      for (var rule : rules(kind.spec())) {
        assertThat(BROKEN).containsKey(rule.message());
      }
    }
    BROKEN.forEach(
        (message, specs) ->
            assertThat(specs)
                .allSatisfy(
                    spec ->
                        assertThat(problems(Kind.SNIPPET, spec))
                            .extracting(ManifestProblem::message)
                            .containsExactly(message)));
    assertThat(problems(Kind.LIBRARY, "{}"))
        .extracting(ManifestProblem::message)
        .containsExactly("exactly one of spec.files or spec.sourceRef must be set");
  }

  private static List<Rule> rules(Schema schema) {
    var rules = new ArrayList<>(schema.rules());
    switch (schema) {
      case Schema.Group group -> group.fields().forEach(it -> rules.addAll(rules(it.schema())));
      case Schema.ListOf(var element, _) -> rules.addAll(rules(element));
      case Schema.NamedValues(var element) -> rules.addAll(rules(element));
      case Schema.MapOf(var element) -> rules.addAll(rules(element));
      case Schema.Text _, Schema.Whole _, Schema.Flag _ -> {}
    }
    return rules;
  }

  @Test
  void everyConstraintOfEveryFieldIsKept() {
    int checked = 0;
    for (var kind : Kind.values()) {
      for (var wrong : wrong(kind.spec(), "spec")) {
        assertThat(problems(kind, spec(wrong)))
            .as("%s of %s", wrong, kind)
            .extracting(ManifestProblem::field)
            .contains(wrong.field());
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(60);
  }

  /** A value that a field may not have; the last name of the field is that of the value. */
  private record Wrong(String field, String written) {}

  private static List<Wrong> wrong(Schema.Group group, String path) {
    var wrong = new ArrayList<Wrong>();
    for (var field : group.fields()) {
      var name = path + '.' + field.name();
      values(field).forEach(value -> wrong.add(new Wrong(name, value)));
      switch (field.schema()) {
        case Schema.Group inner -> wrong.addAll(wrong(inner, name));
        case Schema.ListOf(Schema.Group inner, _) -> wrong.addAll(wrong(inner, name + "[0]"));
        case Schema.NamedValues(var inner) -> wrong.addAll(wrong(inner, name + "[0]"));
        case Schema.ListOf _, Schema.MapOf _, Schema.Text _, Schema.Whole _, Schema.Flag _ -> {}
      }
      if (field.required()) {
        wrong.add(new Wrong(name, "null"));
      }
    }
    return wrong;
  }

  private static List<String> values(Field field) {
    return switch (field.schema()) {
      case Schema.Text text -> {
        var values = new ArrayList<>(List.of("1", "true", "[]", "{}"));
        if (!text.allowed().isEmpty()) {
          values.add("'no such word'");
        }
        if (text.shortest() > 0) {
          values.add("''");
        }
        if (text.longest() > 0) {
          values.add("'" + "a".repeat(text.longest() + 1) + "'");
        }
        if (!text.pattern().isEmpty()) {
          values.add("'a b'");
        }
        yield values;
      }
      case Schema.Whole(_, var least, var most) -> {
        var values = new ArrayList<>(List.of("'1'", "1.5", "true", "99999999999999999999"));
        if (least != null) {
          values.add(Integer.toString(least - 1));
        }
        if (most != null) {
          values.add(Integer.toString(most + 1));
        }
        yield values;
      }
      case Schema.Flag _ -> List.of("'true'", "1", "[]");
      case Schema.ListOf _ -> List.of("{}", "a", "1");
      case Schema.MapOf _ -> List.of("[]", "a");
      case Schema.Group _ -> List.of("[]", "a", "1");
      case Schema.NamedValues _ -> List.of("a", "1");
    };
  }

  /** A spec with everything that the field needs around it. */
  private static String spec(Wrong wrong) {
    var names = wrong.field().split("\\.");
    var value = wrong.written();
    for (int i = names.length - 1; i > 0; i--) {
      boolean listed = names[i].endsWith("[0]");
      var name = names[i].replace("[0]", "");
      value = "{" + name + ": " + (listed ? "[" + value + "]" : value) + "}";
    }
    return value;
  }
}
