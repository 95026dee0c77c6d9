// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.withdrawal;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import wtf.metio.jaas.operator.flux.Withdrawal;
import wtf.metio.jaas.operator.kube.Patch;
import wtf.metio.jaas.operator.kube.Reply;
import wtf.metio.jaas.operator.kube.ResourceType;
import wtf.metio.jaas.operator.tenant.TenantAccess;

/**
 * Takes back an announcement, as the tenant that made it.
 *
 * <p>Deleting is not a right that a tenant needs: where it is refused, the announcement is emptied,
 * so that nobody is sent to an archive that is gone, and goes with its snippet.
 */
final class Retraction {

  private static final String NO_ACCOUNT =
      "neither spec.serviceAccountName nor --default-service-account is set";

  private final Announcements announcements;
  private final TenantAccess tenants;

  Retraction(Announcements announcements, TenantAccess tenants) {
    this.announcements = announcements;
    this.tenants = tenants;
  }

  /** What came of it. */
  sealed interface Outcome {

    /** Nothing is announced any more, or will not be once the snippet is gone. */
    record Done() implements Outcome {}

    /** This process may not change anything any more. */
    record Fenced() implements Outcome {}

    /**
     * It could not be taken back.
     *
     * @param asTenant whether anybody could act as the tenant at all
     * @param lasting whether the same attempt would fail again, whenever it is made
     */
    record Failed(boolean asTenant, boolean lasting, String message) implements Outcome {

      ForceCause cause() {
        if (asTenant) {
          return lasting ? ForceCause.WITHDRAW_PERMANENT : ForceCause.WITHDRAW_TIMED_OUT;
        }
        return lasting ? ForceCause.TENANT_CLIENT_PERMANENT : ForceCause.TENANT_CLIENT_TIMEOUT;
      }
    }
  }

  Outcome retract(Farewell farewell) {
    var answer = announcements.withdraw(farewell.snippet(), farewell.tenant(), farewell.fence());
    return switch (answer) {
      case Withdrawal.Gone(), Withdrawal.Foreign() -> new Outcome.Done();
      case Withdrawal.Fenced() -> new Outcome.Fenced();
      case Withdrawal.LeftToOwner _ -> emptied(farewell);
      case Withdrawal.Failed(var message, var permanent) -> failed(farewell, message, permanent);
    };
  }

  private Outcome emptied(Farewell farewell) {
    // Whoever may not do this either is no more, or never could announce anything.
    return tenants.as(farewell.tenant()) instanceof TenantAccess.Access.Granted(var api)
            && api.patch(ResourceType.EXTERNAL_ARTIFACT, farewell.name(), emptying())
                instanceof Reply.Unanswered(var message)
        ? new Outcome.Failed(true, false, message)
        : new Outcome.Done();
  }

  private Outcome failed(Farewell farewell, String message, boolean permanent) {
    if (farewell.tenant().serviceAccount().isEmpty()) {
      return new Outcome.Failed(false, true, NO_ACCOUNT);
    }
    boolean asTenant = tenants.as(farewell.tenant()) instanceof TenantAccess.Access.Granted;
    return new Outcome.Failed(asTenant, permanent, message);
  }

  private static Patch emptying() {
    var status = new JsonObject();
    status.add("artifact", JsonNull.INSTANCE);
    var body = new JsonObject();
    body.add("status", status);
    return Patch.mergeStatus(body);
  }
}
