// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.writing;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.Patch;

/** A status that is being made from the one before; what nobody sets stays. */
final class StatusDraft {

  private final KubeObject object;
  private final JsonObject before;
  private final JsonObject changes = new JsonObject();

  StatusDraft(KubeObject object) {
    this.object = object;
    before = object.part("status");
    set("observedGeneration", new JsonPrimitive(object.generation()));
  }

  /** Sets a text; none at all if it is empty. */
  StatusDraft set(String field, String text) {
    return set(field, text.isEmpty() ? JsonNull.INSTANCE : new JsonPrimitive(text));
  }

  StatusDraft set(String field, JsonElement value) {
    if (value.isJsonNull() ? before.has(field) : !value.equals(before.get(field))) {
      changes.add(field, value);
    }
    return this;
  }

  StatusDraft conditions(List<Condition> wanted, Instant now) {
    var after = Conditions.of(object).with(wanted, object.generation(), now);
    return set("conditions", after.array());
  }

  /** What is different; empty if nothing is. */
  Optional<Patch> patch() {
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    var body = new JsonObject();
    body.add("status", changes);
    return Optional.of(Patch.mergeStatus(body));
  }
}
