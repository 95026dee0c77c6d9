// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers.cluster;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * Who may do what in a cluster.
 *
 * @param admin the cluster as seen by somebody who may do everything
 */
record AccessRules(Api admin) {

  private static final String GROUP = "rbac.authorization.k8s.io";
  private static final String REVIEWS = "/apis/authorization.k8s.io/v1/subjectaccessreviews";

  /**
   * Lets somebody do something; they may when this returns.
   *
   * @param place a namespace; empty for the whole cluster
   * @param name of the objects that say so
   */
  void grant(Identity who, Optional<String> place, String name, List<Rule> rules) {
    var prefix = place.isPresent() ? "" : "Cluster";
    var role = object(prefix + "Role", name, place);
    var list = new JsonArray();
    rules.forEach(rule -> list.add(rule.json()));
    role.add("rules", list);
    apply(role);
    apply(binding(who, object(prefix + "RoleBinding", name, place), prefix + "Role"));
    for (var rule : rules) {
      Awaiting.until(who.name() + " may " + rule, () -> allows(who, place, rule));
    }
  }

  /** Whether somebody may do everything that a rule says, now. */
  boolean allows(Identity who, Optional<String> place, Rule rule) {
    return rule.resources().stream()
        .allMatch(
            resource ->
                rule.verbs().stream().allMatch(verb -> allows(who, place, rule, resource, verb)));
  }

  private boolean allows(
      Identity who, Optional<String> place, Rule rule, String resource, String verb) {
    var words = resource.split("/", 2);
    var wanted = new JsonObject();
    place.ifPresent(namespace -> wanted.addProperty("namespace", namespace));
    wanted.addProperty("group", rule.group());
    wanted.addProperty("resource", words[0]);
    wanted.addProperty("subresource", words.length == 1 ? "" : words[1]);
    wanted.addProperty("verb", verb);
    var spec = new JsonObject();
    spec.addProperty("user", who.name());
    spec.add("resourceAttributes", wanted);
    var review = new JsonObject();
    review.addProperty("apiVersion", "authorization.k8s.io/v1");
    review.addProperty("kind", "SubjectAccessReview");
    review.add("spec", spec);
    var answer = admin.create(REVIEWS, review.toString()).object();
    return answer.text("/status/allowed").equals(Optional.of("true"));
  }

  private void apply(JsonObject json) {
    var object = new KubeObject(json);
    admin.apply(Resource.ofObject(object).of(object), object.toString()).object();
  }

  private static JsonObject binding(Identity who, JsonObject binding, String kindOfRole) {
    var role = new JsonObject();
    role.addProperty("apiGroup", GROUP);
    role.addProperty("kind", kindOfRole);
    role.add("name", binding.getAsJsonObject("metadata").get("name"));
    var subject = new JsonObject();
    subject.addProperty("apiGroup", GROUP);
    subject.addProperty("kind", "User");
    subject.addProperty("name", who.name());
    var subjects = new JsonArray();
    subjects.add(subject);
    binding.add("roleRef", role);
    binding.add("subjects", subjects);
    return binding;
  }

  private static JsonObject object(String kind, String name, Optional<String> place) {
    var metadata = new JsonObject();
    metadata.addProperty("name", name);
    place.ifPresent(namespace -> metadata.addProperty("namespace", namespace));
    var object = new JsonObject();
    object.addProperty("apiVersion", GROUP + "/v1");
    object.addProperty("kind", kind);
    object.add("metadata", metadata);
    return object;
  }
}
