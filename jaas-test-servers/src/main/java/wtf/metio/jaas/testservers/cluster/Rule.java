// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers.cluster;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/**
 * What somebody may do.
 *
 * @param group of the resources; empty for the oldest ones
 * @param resources in the plural; {@code a/b} for the part {@code b} of an {@code a}
 */
public record Rule(String group, List<String> resources, List<String> verbs) {

  /** One resource, and what may be done with it. */
  public static Rule on(Resource resource, String... verbs) {
    return new Rule(resource.group(), List.of(resource.plural()), List.of(verbs));
  }

  /** The same for a part of each object, such as {@code status}. */
  public static Rule onPart(Resource resource, String part, String... verbs) {
    return new Rule(resource.group(), List.of(resource.plural() + "/" + part), List.of(verbs));
  }

  JsonObject json() {
    var rule = new JsonObject();
    rule.add("apiGroups", array(List.of(group)));
    rule.add("resources", array(resources));
    rule.add("verbs", array(verbs));
    return rule;
  }

  private static JsonArray array(List<String> texts) {
    var array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }
}
