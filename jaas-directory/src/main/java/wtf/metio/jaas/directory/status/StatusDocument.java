// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.status;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import wtf.metio.jaas.domain.artifact.Published;

/** The status of snippets as JSON, in the form of the custom resource. */
public final class StatusDocument {

  private StatusDocument() {}

  /** One snippet, for people. */
  public static String of(SnippetStatus status) {
    var json = new JsonText();
    json.object("", () -> shown(json, status));
    return json.toString();
  }

  /**
   * Several snippets, for people.
   *
   * @param problems that belong to no snippet
   */
  public static String ofAll(Collection<SnippetStatus> statuses, Collection<String> problems) {
    var json = new JsonText();
    json.object(
        "",
        () -> {
          json.text("apiVersion", "jaas.metio.wtf/v1").text("kind", "JsonnetSnippetList");
          json.list("items", () -> statuses.forEach(it -> json.object("", () -> shown(json, it))));
          json.list("problems", () -> problems.forEach(problem -> json.text("", problem)));
        });
    return json.toString();
  }

  /** One snippet, for the next process. */
  static String kept(SnippetStatus status) {
    var json = new JsonText();
    json.object(
        "",
        () -> {
          shown(json, status);
          json.object("ledger", () -> ledger(json, status));
        });
    return json.toString();
  }

  private static void shown(JsonText json, SnippetStatus status) {
    json.text("apiVersion", "jaas.metio.wtf/v1").text("kind", "JsonnetSnippet");
    json.object(
        "metadata",
        () ->
            json.text("name", status.name().name())
                .text("namespace", status.name().namespace())
                .number("generation", status.described().generation()));
    json.object("status", () -> status(json, status));
  }

  private static void status(JsonText json, SnippetStatus status) {
    json.number("observedGeneration", status.described().generation());
    json.list(
        "conditions",
        () ->
            status
                .ready()
                .ifPresent(ready -> json.object("", () -> condition(json, status, ready))));
    status.ledger().announced().ifPresent(it -> json.text("revision", it.revision().text()));
    json.text("artifactURL", status.artifactUrl());
    status.synced().ifPresent(it -> json.text("lastSyncTime", seconds(it)));
    json.text("lastHandledReconcileAt", status.described().handled());
    json.list(
        "history", () -> status.history().forEach(it -> json.object("", () -> entry(json, it))));
    json.text("inputsDigest", status.ledger().inputsDigest());
    if (!status.notes().isEmpty()) {
      json.list("notes", () -> status.notes().forEach(note -> json.text("", note)));
    }
  }

  private static void condition(JsonText json, SnippetStatus status, Ready ready) {
    json.text("type", "Ready")
        .text("status", ready.met() ? "True" : "False")
        .text("reason", ready.reason().text())
        .text("message", ready.message())
        .text("lastTransitionTime", ready.since())
        .number("observedGeneration", status.described().generation());
  }

  private static void entry(JsonText json, Published published) {
    json.text("revision", published.revision().text()).text("time", seconds(published.since()));
  }

  private static void ledger(JsonText json, SnippetStatus status) {
    json.text("describedDigest", status.described().digest());
    json.text("forced", status.described().forced());
    json.number("listed", status.listed());
    status
        .ledger()
        .announced()
        .ifPresent(
            archive ->
                json.object(
                    "archive",
                    () ->
                        json.text("revision", archive.revision().text())
                            .text("digest", archive.digest().text())
                            .number("size", archive.size())
                            .text("stored", archive.stored())));
    json.list(
        "history",
        () ->
            status
                .ledger()
                .history()
                .revisions()
                .forEach(
                    it ->
                        json.object(
                            "",
                            () ->
                                json.text("revision", it.revision().text())
                                    .text("since", it.since())
                                    .text("supersededAt", it.supersededAt()))));
  }

  private static String seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
