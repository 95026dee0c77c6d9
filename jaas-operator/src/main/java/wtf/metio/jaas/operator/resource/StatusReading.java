// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.resource;

import com.google.gson.JsonObject;
import java.util.Optional;
import wtf.metio.jaas.operator.resource.SnippetStatus.ReadyCondition;

/** Reads a status, whoever wrote it: what does not fit is left out. */
final class StatusReading {

  private static final String READY = "Ready";

  private StatusReading() {}

  static SnippetStatus read(JsonObject status) {
    if (status.isEmpty()) {
      return SnippetStatus.EMPTY;
    }
    return new SnippetStatus(
        Json.number(status, "observedGeneration"),
        ready(status).orElse(null),
        Json.text(status, "artifactURL"),
        Json.time(status, "lastSyncTime").orElse(null),
        Json.text(status, "lastHandledReconcileAt"),
        HistoryReading.read(status),
        Json.text(status, "inputsDigest"));
  }

  private static Optional<ReadyCondition> ready(JsonObject status) {
    return Json.parts(status, "conditions").stream()
        .filter(condition -> Json.text(condition, "type").equals(READY))
        .findFirst()
        .map(
            condition ->
                new ReadyCondition(
                    Json.text(condition, "status").equals("True"),
                    Json.text(condition, "reason"),
                    Json.text(condition, "message"),
                    Json.time(condition, "lastTransitionTime").orElse(null),
                    Json.number(condition, "observedGeneration")));
  }
}
