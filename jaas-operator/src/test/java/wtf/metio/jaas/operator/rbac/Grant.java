// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.rbac;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wtf.metio.jaas.testservers.cluster.Installation;
import wtf.metio.jaas.testservers.cluster.KubeObject;
import wtf.metio.jaas.testservers.cluster.Rule;

/**
 * One thing that a shipped role allows.
 *
 * @param role its name
 * @param resource in the plural, with the part of it if only that is meant
 */
record Grant(String role, String group, String resource, String verb) {

  static final String OF_TENANTS = "jaas-tenant";
  static final String EVERYWHERE = "jaas-operator-cluster";

  private record Target(String group, String resource) {}

  /** Everything that is shipped; what stands there twice is here twice. */
  static List<Grant> shipped() {
    var grants = new ArrayList<Grant>();
    for (var role : Installation.roles()) {
      for (var rule : role.objects("/rules")) {
        for (var group : texts(rule, "apiGroups")) {
          for (var resource : texts(rule, "resources")) {
            texts(rule, "verbs")
                .forEach(verb -> grants.add(new Grant(role.name(), group, resource, verb)));
          }
        }
      }
    }
    return grants;
  }

  /** The same in as few rules as there are resources. */
  static Rule[] rules(List<Grant> grants) {
    var verbs = new LinkedHashMap<Target, List<String>>();
    for (var grant : grants) {
      var target = new Target(grant.group, grant.resource);
      verbs.computeIfAbsent(target, _ -> new ArrayList<>()).add(grant.verb);
    }
    return verbs.entrySet().stream().map(Grant::rule).toArray(Rule[]::new);
  }

  private static Rule rule(Map.Entry<Target, List<String>> verbs) {
    var target = verbs.getKey();
    return new Rule(target.group, List.of(target.resource), verbs.getValue());
  }

  boolean isOfTenants() {
    return role.equals(OF_TENANTS);
  }

  /** How the API server, or we in its stead, say that this is missing. */
  String complaint() {
    if (!isOfTenants()) {
      var place = role.equals(EVERYWHERE) ? " at the cluster scope" : " in the namespace";
      return "cannot %s resource \"%s\" in API group \"%s\"".formatted(verb, resource, group)
          + place;
    }
    var words = resource.split("/", 2);
    var part = words.length == 1 ? "" : '/' + words[1];
    return "needs verb \"%s\" on \"%s.%s%s\"".formatted(verb, words[0], group, part);
  }

  private static List<String> texts(KubeObject rule, String field) {
    return rule.at('/' + field).orElseThrow().getAsJsonArray().asList().stream()
        .map(element -> element.getAsString())
        .toList();
  }

  @Override
  public String toString() {
    return role + ": " + verb + ' ' + resource;
  }
}
