// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wtf.metio.jaas.testservers.cluster.KubeObject;

/**
 * Something that a definition demands of a field.
 *
 * @param field with {@code []} for each item of a list
 * @param keyword of the schema, or the message of a rule
 */
record Constraint(String field, String keyword) {

  /** How the server says that a value does not do; rules say so in their own words. */
  private static final Map<String, String> SAID =
      Map.of(
          "required", "Required value",
          "enum", "Unsupported value",
          "minLength", "should be at least 1 chars long",
          "maxLength", "Too long",
          "pattern", "should match",
          "minimum", "should be greater than or equal to",
          "maximum", "should be less than or equal to",
          "date-time", "must be of type date-time",
          "map", "Duplicate value");

  private static final Set<String> VALUES =
      Set.of("enum", "minLength", "maxLength", "pattern", "minimum", "maximum");

  /** What the server says of a value that breaks it. */
  String said() {
    return SAID.getOrDefault(keyword, keyword);
  }

  /** All that a schema demands, in the order in which it does. */
  static List<Constraint> of(KubeObject schema, String field) {
    var found = new ArrayList<Constraint>();
    VALUES.stream()
        .filter(keyword -> schema.at("/" + keyword).isPresent())
        .forEach(keyword -> found.add(new Constraint(field, keyword)));
    if (schema.text("/format").equals(Optional.of("date-time"))) {
      found.add(new Constraint(field, "date-time"));
    }
    if (schema.text("/x-kubernetes-list-type").equals(Optional.of("map"))) {
      found.add(new Constraint(field, "map"));
    }
    schema
        .objects("/x-kubernetes-validations")
        .forEach(rule -> found.add(new Constraint(field, rule.text("/message").orElseThrow())));
    schema
        .at("/required")
        .ifPresent(
            names ->
                names
                    .getAsJsonArray()
                    .forEach(
                        name ->
                            found.add(
                                new Constraint(field + "." + name.getAsString(), "required"))));
    schema
        .at("/properties")
        .ifPresent(
            properties ->
                properties
                    .getAsJsonObject()
                    .asMap()
                    .forEach(
                        (name, value) ->
                            found.addAll(
                                of(new KubeObject(value.getAsJsonObject()), field + "." + name))));
    schema
        .at("/items")
        .ifPresent(
            items -> found.addAll(of(new KubeObject(items.getAsJsonObject()), field + "[]")));
    return found;
  }
}
