// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.resource;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wtf.metio.jaas.operator.resource.SnippetStatus.ReadyCondition;

/** The conditions of an object, as they were and as they shall be. */
final class Conditions {

  static final String READY = "Ready";
  private static final String RECONCILING = "Reconciling";
  private static final String STALLED = "Stalled";

  /** In this order, and before all others. */
  private static final List<String> OURS = List.of(STALLED, RECONCILING, READY);

  private final Map<String, JsonObject> before = new LinkedHashMap<>();
  private final List<JsonObject> after = new ArrayList<>();
  private final String now;
  private final long generation;

  private Conditions(List<JsonObject> before, long generation, Instant now) {
    for (var condition : before) {
      var type = Json.text(condition, "type");
      if (!type.isEmpty()) {
        this.before.putIfAbsent(type, condition);
      }
    }
    this.generation = generation;
    this.now = now.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** All conditions, sorted; those of others as they are. */
  static JsonArray after(
      List<JsonObject> before, ReadyCondition ready, Progress progress, Instant now) {
    var conditions = new Conditions(before, ready.generation(), now);
    conditions.add(READY, ready.met(), ready.reason(), ready.message());
    conditions.add(ready, progress);
    return conditions.sorted();
  }

  private void add(ReadyCondition ready, Progress progress) {
    switch (progress) {
      case SETTLED -> {}
      case WORKING -> add(RECONCILING, true, "Progressing", ready.message());
      case RETRYING -> add(RECONCILING, true, "ProgressingWithRetry", ready.message());
      case STALLED -> add(STALLED, true, ready.reason(), ready.message());
    }
  }

  private void add(String type, boolean met, String reason, String message) {
    var condition = new JsonObject();
    condition.addProperty("type", type);
    condition.addProperty("status", met ? "True" : "False");
    condition.addProperty("reason", reason);
    condition.addProperty("message", message);
    condition.addProperty("lastTransitionTime", since(condition));
    condition.addProperty("observedGeneration", generation);
    after.add(condition);
  }

  private String since(JsonObject condition) {
    var former = before.getOrDefault(Json.text(condition, "type"), new JsonObject());
    boolean same =
        List.of("status", "reason", "message").stream()
            .allMatch(field -> Json.text(former, field).equals(Json.text(condition, field)));
    return same && Json.time(former, "lastTransitionTime").isPresent()
        ? Json.text(former, "lastTransitionTime")
        : now;
  }

  private JsonArray sorted() {
    before.forEach(
        (type, condition) -> {
          if (!OURS.contains(type)) {
            after.add(condition);
          }
        });
    after.sort(
        Comparator.comparingInt(Conditions::rank)
            .thenComparing(condition -> Json.text(condition, "type")));
    var array = new JsonArray();
    after.forEach(array::add);
    return array;
  }

  private static int rank(JsonObject condition) {
    int index = OURS.indexOf(Json.text(condition, "type"));
    return index < 0 ? OURS.size() : index;
  }
}
