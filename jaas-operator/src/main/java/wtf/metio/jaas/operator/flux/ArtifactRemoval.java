// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.flux;

import com.google.gson.JsonObject;
import java.util.Optional;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.kube.KubeApi;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.Patch;
import wtf.metio.jaas.operator.kube.Reply;
import wtf.metio.jaas.operator.kube.ResourceType;
import wtf.metio.jaas.operator.tenant.Attempt;

/** Deletes the ExternalArtifact of one snippet, and no other object. For one thread, once. */
final class ArtifactRemoval {

  private static final ResourceType TYPE = ResourceType.EXTERNAL_ARTIFACT;
  private static final Attempt WITHDRAWING = new Attempt("withdrawing the ExternalArtifact");
  private static final int ROUNDS = 3;

  private final KubeApi api;
  private final ResourceName name;
  private final OwnerReferences owners;
  private final Fence fence;

  ArtifactRemoval(KubeApi api, ResourceName name, OwnerReferences owners, Fence fence) {
    this.api = api;
    this.name = name;
    this.owners = owners;
    this.fence = fence;
  }

  /** Whether an identity that cannot be had will not be there later either. */
  static boolean isFinal(Reason reason, Retry retry) {
    return retry == Retry.SLOWLY || reason == Reason.SERVICE_ACCOUNT_MISSING;
  }

  /** What becomes of an object that nobody may delete. */
  static Withdrawal without(
      Optional<KubeObject> known, OwnerReferences owners, String why, boolean permanent) {
    if (known.filter(object -> !BackReference.isIn(object)).isPresent()) {
      return new Withdrawal.Foreign();
    }
    return permanent && known.filter(owners::collect).isPresent()
        ? new Withdrawal.LeftToOwner(why)
        : new Withdrawal.Failed(why, permanent);
  }

  /**
   * Deletes it.
   *
   * @param known the object as it was last heard of; empty if nobody told
   */
  Withdrawal remove(Optional<KubeObject> known) {
    var existing = known;
    for (int round = 0; round < ROUNDS; round++) {
      if (existing.isPresent()) {
        if (!BackReference.isIn(existing.get())) {
          return new Withdrawal.Foreign();
        }
        if (!fence.open()) {
          return new Withdrawal.Fenced();
        }
        var reply = api.delete(TYPE, name, existing.get().uid());
        if (!(reply instanceof Reply.Refused refused && refused.isConflict())) {
          return outcome(reply, existing);
        }
      }
      var reply = api.get(TYPE, name);
      if (!(reply instanceof Reply.Done(var object))) {
        return outcome(reply, existing);
      }
      existing = Optional.of(object);
    }
    return new Withdrawal.Failed("the ExternalArtifact is created again and again", false);
  }

  /** One that another program announced goes with nobody yet; whoever may patch can change that. */
  private KubeObject adopted(KubeObject object) {
    if (owners.collect(object) || !BackReference.isIn(object) || !fence.open()) {
      return object;
    }
    var metadata = new JsonObject();
    metadata.addProperty("resourceVersion", object.resourceVersion());
    metadata.add("ownerReferences", owners.within(object));
    var body = new JsonObject();
    body.add("metadata", metadata);
    return api.patch(TYPE, name, Patch.merge(body)) instanceof Reply.Done(var now) ? now : object;
  }

  private Withdrawal outcome(Reply reply, Optional<KubeObject> existing) {
    return switch (reply) {
      case Reply.Done _ -> new Withdrawal.Gone();
      case Reply.Refused refused when refused.isNotFound() -> new Withdrawal.Gone();
      case Reply.Refused refused ->
          without(
              refused.isForbidden() ? existing.map(this::adopted) : existing,
              owners,
              WITHDRAWING.refused(refused, Reason.STORAGE_OPERATION_FAILED).message(),
              refused.isPermanent() || refused.isUnauthorized());
      case Reply.Unanswered unanswered ->
          new Withdrawal.Failed(
              WITHDRAWING.unanswered(unanswered, Reason.STORAGE_OPERATION_FAILED).message(), false);
    };
  }
}
