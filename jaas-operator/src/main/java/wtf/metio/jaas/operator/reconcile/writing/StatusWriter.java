// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.writing;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.Published;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Ledger;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.operator.kube.KubeApi;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.Patch;
import wtf.metio.jaas.operator.kube.ResourceType;
import wtf.metio.jaas.operator.watch.Cluster;

/**
 * The one place that writes the status of snippets.
 *
 * <pre>
 * verdict             Ready                Stalled   Reconciling
 * Pending             Unknown Pending                Progressing
 * Synced              True    Synced
 * Suspended           False   Suspended
 * Failed slowly       False   the reason   True
 * Failed with backoff False   the reason             ProgressingWithRetry
 * </pre>
 */
public final class StatusWriter {

  /** What is said of a snippet that is suspended. */
  public static final String SUSPENDED = "spec.suspend is true; pause until the operator unsets it";

  private final ObjectWriter writer;
  private final InstantSource clock;

  /** Writes as the operator. */
  public StatusWriter(KubeApi operator, Cluster cluster, InstantSource clock) {
    writer = new ObjectWriter(operator, cluster);
    this.clock = clock;
  }

  /**
   * Says what was found out about a snippet. Nothing is written if its status says so already.
   *
   * @param judged what it was found out about
   * @param listed how many revisions the status lists
   */
  public Written write(KubeObject judged, Verdict verdict, int listed, Fence fence) {
    var now = clock.instant();
    return writer.write(
        ResourceType.SNIPPET,
        judged,
        new Edit() {
          @Override
          public Optional<Patch> of(KubeObject object) {
            return patch(object, verdict, listed, now);
          }

          @Override
          public boolean stillFits(KubeObject before, KubeObject after) {
            return after.generation() == before.generation()
                && !after.isLeaving()
                && after.part("status").equals(before.part("status"));
          }
        },
        fence);
  }

  private static Optional<Patch> patch(
      KubeObject object, Verdict verdict, int listed, Instant now) {
    var draft = new StatusDraft(object);
    switch (verdict) {
      case Verdict.Pending() ->
          draft.conditions(
              List.of(
                  Condition.pending("waiting for a first pass"),
                  Condition.reconciling("Progressing", "the snippet is being published")),
              now);
      case Verdict.Synced synced -> synced(draft, object, synced, listed, now);
      case Verdict.Suspended(var ledger) -> {
        draft.conditions(List.of(Condition.notReady(Reason.SUSPENDED, SUSPENDED)), now);
        handled(history(draft, ledger, listed), object, true);
      }
      case Verdict.Failed(var ledger, var reason, var message, var retry) -> {
        var ready = Condition.notReady(reason, message);
        draft.conditions(List.of(ready, kind(reason, retry)), now);
        handled(history(draft, ledger, listed), object, retry == Retry.SLOWLY);
      }
    }
    return draft.patch();
  }

  private static Condition kind(Reason reason, Retry retry) {
    return switch (retry) {
      case SLOWLY -> Condition.stalled(reason, Condition.SEE_READY);
      case WITH_BACKOFF -> Condition.reconciling(Condition.RETRYING, Condition.SEE_READY);
    };
  }

  private static void synced(
      StatusDraft draft, KubeObject object, Verdict.Synced verdict, int listed, Instant now) {
    var ledger = verdict.ledger();
    boolean asBefore = !verdict.changed() && isAbout(object, ledger);
    var message = asBefore ? messageOf(object) : verdict.message();
    draft.conditions(List.of(Condition.ready(message)), now);
    if (!asBefore) {
      draft.set("lastSyncTime", seconds(now));
    }
    ledger.announced().ifPresent(archive -> draft.set("revision", archive.revision().text()));
    draft.set("artifactURL", verdict.url()).set("inputsDigest", ledger.inputsDigest());
    handled(history(draft, ledger, listed), object, true);
  }

  /** Whether a status says that this is published, and that all is well. */
  private static boolean isAbout(KubeObject object, Ledger ledger) {
    var status = object.part("status");
    return Conditions.of(object).isReady(Reason.SYNCED.text())
        && Conditions.text(status, "inputsDigest").equals(ledger.inputsDigest())
        && ledger
            .announced()
            .filter(it -> it.revision().text().equals(Conditions.text(status, "revision")))
            .isPresent();
  }

  private static String messageOf(KubeObject object) {
    return Conditions.of(object).ready().map(it -> Conditions.text(it, "message")).orElse("");
  }

  private static StatusDraft history(StatusDraft draft, Ledger ledger, int listed) {
    var history = new JsonArray();
    for (var published : ledger.history().listed(listed)) {
      history.add(entry(published));
    }
    return draft.set("history", history.isEmpty() ? JsonNull.INSTANCE : history);
  }

  private static JsonObject entry(Published published) {
    var entry = new JsonObject();
    entry.addProperty("revision", published.revision().text());
    entry.addProperty("time", seconds(published.since()));
    published.superseded().ifPresent(at -> entry.addProperty("supersededAt", seconds(at)));
    return entry;
  }

  /**
   * Says which wishes were met.
   *
   * @param rendered whether that of rendering is over, with or without success
   */
  private static void handled(StatusDraft draft, KubeObject object, boolean rendered) {
    var wishes = Annotations.wishes(object);
    draft.set("lastHandledReconcileAt", wishes.look());
    if (rendered) {
      draft.set(Annotations.RENDERED, wishes.render());
    }
  }

  private static String seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
