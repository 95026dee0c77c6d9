// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.pass;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import wtf.metio.jaas.domain.artifact.StoreUnavailableException;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.Reply;
import wtf.metio.jaas.operator.kube.ResourceType;
import wtf.metio.jaas.operator.reconcile.observation.ReconcileListener;

/** Removes archives that have had their time, but never one that is announced. */
final class ExpiredArchives {

  private final World world;
  private final ReconcileListener listener;

  ExpiredArchives(World world, ReconcileListener listener) {
    this.world = world;
    this.listener = listener;
  }

  /** What cannot be removed now is found in the store by a later pass. */
  void remove(Decision decision) {
    var expired = decision.remains().expired();
    if (expired.isEmpty()) {
      return;
    }
    var name = decision.subject().name();
    // Somebody who took the lease in the meantime may have gone back to one of them.
    switch (world.operator().get(ResourceType.EXTERNAL_ARTIFACT, name)) {
      case Reply.Done(var object) -> remove(decision, announced(object));
      case Reply.Refused refused when refused.isNotFound() -> remove(decision, "");
      case Reply.Refused(_, _, var message) -> listener.failed(name, message);
      case Reply.Unanswered(var message) -> listener.failed(name, message);
    }
  }

  private void remove(Decision decision, String announced) {
    var subject = decision.subject();
    try {
      for (var revision : decision.remains().expired()) {
        if (!revision.text().equals(announced) && subject.term().fence().open()) {
          world.ports().store().remove(subject.name(), revision);
        }
      }
    } catch (StoreUnavailableException unavailable) {
      listener.failed(subject.name(), unavailable.text());
    }
  }

  private static String announced(KubeObject object) {
    return object.part("status").get("artifact") instanceof JsonObject artifact
            && artifact.get("revision") instanceof JsonElement revision
            && revision.isJsonPrimitive()
        ? revision.getAsString()
        : "";
  }
}
