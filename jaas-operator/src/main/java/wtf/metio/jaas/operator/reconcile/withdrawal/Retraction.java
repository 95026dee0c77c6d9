// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.withdrawal;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.operator.kube.KubeApi;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.Patch;
import wtf.metio.jaas.operator.kube.Reply;
import wtf.metio.jaas.operator.kube.ResourceType;
import wtf.metio.jaas.operator.tenant.TenantAccess;
import wtf.metio.jaas.operator.watch.Cluster;

/**
 * Takes back an announcement, as the tenant that made it.
 *
 * <p>Deleting is not a right that a tenant needs: where it is refused, the announcement is emptied,
 * so that nobody is sent to an archive that is gone, and goes with its snippet.
 */
final class Retraction {

  private final Cluster cluster;
  private final TenantAccess tenants;

  Retraction(Cluster cluster, TenantAccess tenants) {
    this.cluster = cluster;
    this.tenants = tenants;
  }

  /** What came of it. */
  sealed interface Outcome {

    /** Nothing is announced any more, or will not be once the snippet is gone. */
    record Done() implements Outcome {}

    /**
     * It could not be taken back.
     *
     * @param asTenant whether anybody could act as the tenant at all
     * @param lasting whether the same attempt would fail again, whenever it is made
     */
    record Failed(boolean asTenant, boolean lasting, String message) implements Outcome {

      ForceCause cause(boolean late) {
        if (asTenant) {
          return late ? ForceCause.WITHDRAW_TIMED_OUT : ForceCause.WITHDRAW_PERMANENT;
        }
        return late ? ForceCause.TENANT_CLIENT_TIMEOUT : ForceCause.TENANT_CLIENT_PERMANENT;
      }
    }
  }

  Outcome retract(Farewell farewell) {
    var found =
        cluster
            .published(farewell.name())
            .map(Announced::new)
            .filter(it -> it.isFor(farewell.snippet()));
    if (found.isEmpty()) {
      return new Outcome.Done();
    }
    var announced = found.get();
    if (farewell.tenant().serviceAccount().isEmpty()) {
      return settled(
          announced, farewell, new Outcome.Failed(false, true, "the snippet names no account"));
    }
    return switch (tenants.as(farewell.tenant())) {
      case TenantAccess.Access.Denied(var reason, var message, var retry) ->
          settled(
              announced, farewell, new Outcome.Failed(false, isLasting(reason, retry), message));
      case TenantAccess.Access.Granted(var api) -> deleted(announced, farewell, api);
    };
  }

  /** An account that is not there will hardly come back to a snippet that goes. */
  private static boolean isLasting(Reason reason, Retry retry) {
    return retry == Retry.SLOWLY || reason == Reason.SERVICE_ACCOUNT_MISSING;
  }

  private static Outcome deleted(Announced announced, Farewell farewell, KubeApi tenant) {
    var object = announced.object();
    var reply = tenant.delete(ResourceType.EXTERNAL_ARTIFACT, farewell.name(), object.uid());
    return switch (reply) {
      case Reply.Done _ -> new Outcome.Done();
      // Gone, or another object of that name by now.
      case Reply.Refused refused when refused.isNotFound() || refused.isConflict() ->
          new Outcome.Done();
      case Reply.Refused refused when refused.isForbidden() ->
          emptied(announced, farewell, tenant, refused);
      case Reply.Refused refused -> settled(announced, farewell, failure(refused));
      case Reply.Unanswered(var message) -> new Outcome.Failed(true, false, message);
    };
  }

  private static Outcome emptied(
      Announced announced, Farewell farewell, KubeApi tenant, Reply.Refused refused) {
    var name = farewell.name();
    if (!announced.goesWith(farewell.snippet())) {
      var adopted =
          tenant.patch(ResourceType.EXTERNAL_ARTIFACT, name, adopting(announced, farewell));
      if (!(adopted instanceof Reply.Done)) {
        return failure(refused);
      }
    }
    var emptied = tenant.patch(ResourceType.EXTERNAL_ARTIFACT, name, emptying());
    return emptied instanceof Reply.Unanswered(var message)
        ? new Outcome.Failed(true, false, message)
        : new Outcome.Done();
  }

  /** What goes with its snippet need not be waited for, if waiting does not help. */
  private static Outcome settled(Announced announced, Farewell farewell, Outcome.Failed failure) {
    return failure.lasting() && announced.goesWith(farewell.snippet())
        ? new Outcome.Done()
        : failure;
  }

  private static Outcome.Failed failure(Reply.Refused refused) {
    return new Outcome.Failed(
        true, refused.isPermanent() || refused.isUnauthorized(), refused.message());
  }

  private static Patch adopting(Announced announced, Farewell farewell) {
    var owners =
        announced.object().part("metadata").get("ownerReferences") instanceof JsonArray present
            ? present.deepCopy()
            : new JsonArray();
    owners.add(owner(farewell.snippet()));
    var metadata = new JsonObject();
    metadata.add("ownerReferences", owners);
    var body = new JsonObject();
    body.add("metadata", metadata);
    return Patch.merge(body);
  }

  private static JsonObject owner(KubeObject snippet) {
    var owner = new JsonObject();
    owner.addProperty("apiVersion", ResourceType.SNIPPET.apiVersion());
    owner.addProperty("kind", ResourceType.SNIPPET.kind());
    owner.addProperty("name", snippet.name().name());
    owner.addProperty("uid", snippet.uid());
    return owner;
  }

  private static Patch emptying() {
    var status = new JsonObject();
    status.add("artifact", JsonNull.INSTANCE);
    var body = new JsonObject();
    body.add("status", status);
    return Patch.mergeStatus(body);
  }
}
