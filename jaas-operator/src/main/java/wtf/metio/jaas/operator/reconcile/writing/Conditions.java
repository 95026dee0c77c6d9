// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.writing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.operator.kube.KubeObject;

/**
 * The conditions of an object. Of ours all are replaced; those of others stay as they are.
 *
 * @param array as it stands in a status
 */
public record Conditions(JsonArray array) {

  private static final List<String> ORDER =
      List.of(Condition.STALLED, Condition.RECONCILING, Condition.READY);

  private static final Set<String> OURS = Set.copyOf(ORDER);

  /** The conditions of an object. */
  public static Conditions of(KubeObject object) {
    return new Conditions(
        object.part("status").get("conditions") instanceof JsonArray array
            ? array
            : new JsonArray());
  }

  /** What is said about being ready. */
  public Optional<JsonObject> ready() {
    return named(Condition.READY);
  }

  /** Whether it is ready, for this reason. */
  public boolean isReady(String reason) {
    return verdict().equals(List.of(Condition.TRUE, reason));
  }

  /** Whether it is not, for this reason. */
  public boolean isNotReady(String reason) {
    return verdict().equals(List.of(Condition.FALSE, reason));
  }

  /** Whether nobody knows yet. */
  public boolean isPending() {
    return verdict().equals(List.of(Condition.UNKNOWN, Reason.PENDING.text()));
  }

  /** Whether status and reason of being ready are the same as there. */
  public boolean saysTheSameAs(Conditions other) {
    return verdict().equals(other.verdict());
  }

  private List<String> verdict() {
    return ready()
        .map(ready -> List.of(text(ready, "status"), text(ready, "reason")))
        .orElseGet(List::of);
  }

  /** These conditions instead of all of ours; one that says the same keeps its time. */
  Conditions with(List<Condition> wanted, long generation, Instant now) {
    var after = new ArrayList<JsonObject>();
    for (var element : array) {
      if (element instanceof JsonObject condition && !OURS.contains(text(condition, "type"))) {
        after.add(condition);
      }
    }
    wanted.forEach(condition -> after.add(written(condition, generation, now)));
    after.sort(
        Comparator.<JsonObject>comparingInt(condition -> place(text(condition, "type")))
            .thenComparing(condition -> text(condition, "type")));
    var sorted = new JsonArray();
    after.forEach(sorted::add);
    return new Conditions(sorted);
  }

  private JsonObject written(Condition condition, long generation, Instant now) {
    var written = new JsonObject();
    written.addProperty("type", condition.type());
    written.addProperty("status", condition.status());
    written.addProperty("reason", condition.reason());
    written.addProperty("message", condition.message());
    written.addProperty("observedGeneration", generation);
    written.addProperty(
        "lastTransitionTime",
        named(condition.type())
            .filter(before -> saysTheSame(before, written))
            .map(before -> text(before, "lastTransitionTime"))
            .filter(time -> !time.isEmpty())
            .orElseGet(() -> now.truncatedTo(ChronoUnit.SECONDS).toString()));
    return written;
  }

  private static boolean saysTheSame(JsonObject one, JsonObject other) {
    return List.of("status", "reason", "message").stream()
        .allMatch(field -> text(one, field).equals(text(other, field)));
  }

  private Optional<JsonObject> named(String type) {
    for (var element : array) {
      if (element instanceof JsonObject condition && text(condition, "type").equals(type)) {
        return Optional.of(condition);
      }
    }
    return Optional.empty();
  }

  private static int place(String type) {
    int place = ORDER.indexOf(type);
    return place < 0 ? ORDER.size() : place;
  }

  static String text(JsonObject object, String field) {
    return object.get(field) instanceof JsonElement value && value.isJsonPrimitive()
        ? value.getAsString()
        : "";
  }
}
