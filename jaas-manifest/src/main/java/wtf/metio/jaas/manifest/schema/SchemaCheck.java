// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import wtf.metio.jaas.domain.notation.Nearest;
import wtf.metio.jaas.manifest.tree.Node;

/**
 * Holds a tree against a schema: types, fields that are unknown or missing, words that are not
 * among the allowed ones. Ranges, lengths and forms are left to the rules of the domain, which know
 * better words.
 */
public final class SchemaCheck {

  /** Names may be as long as their author likes; messages may not. */
  private static final int LONGEST_NAME = 100;

  private final List<Finding> findings = new ArrayList<>();

  private SchemaCheck() {}

  /** Everything that is wrong, in the order in which it stands there. */
  public static List<Finding> check(Node node, Schema schema, String field) {
    var check = new SchemaCheck();
    check.node(node, schema, field);
    return List.copyOf(check.findings);
  }

  /** As {@link #check}, for an object in which further names may stand, with anything in them. */
  public static List<Finding> check(
      Node.Fields fields, List<Field> known, Collection<String> names, String path) {
    var check = new SchemaCheck();
    check.fields(fields, known, names, path);
    return List.copyOf(check.findings);
  }

  private void node(Node node, Schema schema, String field) {
    switch (schema) {
      case Schema.Text text -> text(node, text, field);
      case Schema.Whole _ -> {
        if (node.asWhole().isEmpty()) {
          wrong(node, field, "a whole number");
        }
      }
      case Schema.Flag _ -> {
        if (node.asFlag().isEmpty()) {
          wrong(node, field, "true or false");
        }
      }
      case Schema.ListOf list -> elements(node, list.element(), field);
      case Schema.MapOf(var element) -> {
        if (node instanceof Node.Fields(_, var entries)) {
          entries.forEach((name, entry) -> node(entry.value(), element, within(field, name)));
        } else {
          wrong(node, field, "an object");
        }
      }
      case Schema.Group group -> {
        if (node instanceof Node.Fields fields) {
          var names = group.fields().stream().map(Field::name).toList();
          fields(fields, group.fields(), names, field);
        } else {
          wrong(node, field, "an object");
        }
      }
      case Schema.NamedValues(var element) -> namedValues(node, element, field);
    }
  }

  private void namedValues(Node node, Schema.Group element, String field) {
    switch (node) {
      case Node.Items _ -> elements(node, element, field);
      case Node.Fields _ -> node(node, new Schema.MapOf(Schema.Text.ANY), field);
      case Node.Scalar _ ->
          wrong(node, field, "a list of values with names, or an object of texts");
    }
  }

  private void elements(Node node, Schema element, String field) {
    if (!(node instanceof Node.Items(_, var elements))) {
      wrong(node, field, "a list");
      return;
    }
    for (int i = 0; i < elements.size(); i++) {
      node(elements.get(i), element, field + '[' + i + ']');
    }
  }

  private void fields(
      Node.Fields fields, List<Field> known, Collection<String> names, String path) {
    fields
        .entries()
        .forEach(
            (name, entry) -> {
              if (!names.contains(name)) {
                unknown(entry.line(), within(path, name), name, names);
              }
            });
    for (var field : known) {
      var value = fields.get(field.name());
      if (value.isPresent()) {
        node(value.get(), field.schema(), within(path, field.name()));
      } else if (field.required()) {
        add(fields.line(), within(path, field.name()), "must be set");
      }
    }
  }

  private void unknown(int line, String field, String name, Collection<String> names) {
    var hint =
        Nearest.to(shortened(name), names)
            .map(known -> "; did you mean \"" + known + "\"?")
            .orElseGet(() -> "; there are " + String.join(", ", names));
    add(line, field, "is not a field" + hint);
  }

  private void text(Node node, Schema.Text schema, String field) {
    var text = node.asText();
    if (text.isEmpty()) {
      var quotes = node instanceof Node.Scalar && !node.isNothing() ? "; put it into quotes" : "";
      add(node.line(), field, "must be a text, found " + node.description() + quotes);
    } else if (!schema.allowed().isEmpty() && !schema.allowed().contains(text.get())) {
      var allowed =
          schema.allowed().stream().map(word -> '"' + word + '"').collect(Collectors.joining(", "));
      var words = schema.allowed().size() == 1 ? allowed : "one of " + allowed;
      add(node.line(), field, "must be " + words + ", found " + node.description());
    } else if (text.get().isEmpty() && schema.shortest() > 0) {
      add(node.line(), field, "must not be empty");
    }
  }

  private void wrong(Node node, String field, String wanted) {
    add(node.line(), field, "must be " + wanted + ", found " + node.description());
  }

  private void add(int line, String field, String message) {
    findings.add(new Finding(line, field, message));
  }

  private static String within(String path, String name) {
    return path.isEmpty() ? shortened(name) : path + '.' + shortened(name);
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "...";
  }
}
