// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.pass;

import com.google.gson.JsonElement;
import java.util.List;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Pass;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.ResourceType;
import wtf.metio.jaas.operator.reconcile.event.EventSink;
import wtf.metio.jaas.operator.reconcile.event.Happening;
import wtf.metio.jaas.operator.reconcile.observation.ReconcileListener;
import wtf.metio.jaas.operator.reconcile.writing.Conditions;
import wtf.metio.jaas.operator.reconcile.writing.StatusWriter;

/** Tells people and machines how passes ended; people only what is new. */
final class Telling {

  /** The program gives what its author may not have meant. */
  private static final String HINT = "FormatHint";

  /** The program wrote something. */
  private static final String TRACED = "Traced";

  private final EventSink events;
  private final ReconcileListener listener;

  Telling(EventSink events, ReconcileListener listener) {
    this.events = events;
    this.listener = listener;
  }

  /** A pass was put off. */
  void deferred(Subject subject, Pass.Deferred pass) {
    var name = subject.name();
    listener.deferred(name, pass.cause(), pass.message());
    if (subject.term().memory().isNewlyDeferred(name, pass.cause())) {
      events.tell(
          Happening.warning(
              ResourceType.SNIPPET, subject.object(), pass.cause().text(), pass.message()));
    }
  }

  /**
   * A status was kept.
   *
   * @param before the snippet with its former status
   * @param written whether the status had to be written
   */
  void ended(Decision decision, KubeObject before, boolean written) {
    var name = decision.subject().name();
    switch (decision.pass()) {
      case Pass.Synced synced -> {
        listener.ended(name, true, Reason.SYNCED, synced.message(), written || synced.changed());
        tell(decision, before, Reason.SYNCED, synced.message());
      }
      case Pass.Suspended _ -> {
        listener.ended(name, false, Reason.SUSPENDED, StatusWriter.SUSPENDED, written);
        tell(decision, before, Reason.SUSPENDED, StatusWriter.SUSPENDED);
      }
      case Pass.Failed(var reason, var message, _) -> {
        listener.ended(name, false, reason, message, written);
        tell(decision, before, reason, message);
      }
      case Pass.Deferred _, Pass.Dropped _ -> {}
    }
  }

  private void tell(Decision decision, KubeObject before, Reason reason, String message) {
    var object = decision.subject().object();
    if (Conditions.of(object).saysTheSameAs(Conditions.of(before))
        && revision(object).equals(revision(before))) {
      return;
    }
    events.tell(
        reason == Reason.SYNCED
            ? Happening.usual(ResourceType.SNIPPET, object, reason.text(), message)
            : Happening.warning(ResourceType.SNIPPET, object, reason.text(), message));
    if (!decision.seen().warnings().isEmpty()) {
      events.tell(
          Happening.warning(ResourceType.SNIPPET, object, HINT, lines(decision.seen().warnings())));
    }
    if (!decision.seen().messages().isEmpty()) {
      events.tell(
          Happening.usual(ResourceType.SNIPPET, object, TRACED, lines(decision.seen().messages())));
    }
  }

  private static String revision(KubeObject object) {
    return object.part("status").get("revision") instanceof JsonElement revision
            && revision.isJsonPrimitive()
        ? revision.getAsString()
        : "";
  }

  private static String lines(List<String> lines) {
    return String.join("\n", lines);
  }
}
