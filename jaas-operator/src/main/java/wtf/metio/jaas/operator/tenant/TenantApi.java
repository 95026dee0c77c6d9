// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.tenant;

import com.google.gson.JsonObject;
import java.util.function.Function;
import wtf.metio.jaas.domain.publication.Tenant;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.kube.KubeApi;
import wtf.metio.jaas.operator.kube.Patch;
import wtf.metio.jaas.operator.kube.Reply;
import wtf.metio.jaas.operator.kube.ResourceType;
import wtf.metio.jaas.operator.tenant.Minting.Minted;

/** The API server as a tenant sees it; a token that is not accepted is replaced once a call. */
final class TenantApi implements KubeApi {

  private final Tenants tenants;
  private final Tenant tenant;
  private volatile Minted current;

  TenantApi(Tenants tenants, Tenant tenant, Minted first) {
    this.tenants = tenants;
    this.tenant = tenant;
    this.current = first;
  }

  @Override
  public Reply get(ResourceType type, ResourceName name) {
    return call(api -> api.get(type, name));
  }

  @Override
  public Reply create(ResourceType type, String namespace, JsonObject object) {
    return call(api -> api.create(type, namespace, object));
  }

  @Override
  public Reply patch(ResourceType type, ResourceName name, Patch patch) {
    return call(api -> api.patch(type, name, patch));
  }

  @Override
  public Reply createFor(
      ResourceType type, ResourceName name, String subresource, JsonObject object) {
    return call(api -> api.createFor(type, name, subresource, object));
  }

  @Override
  public Reply replace(
      ResourceType type, ResourceName name, String subresource, JsonObject object) {
    return call(api -> api.replace(type, name, subresource, object));
  }

  @Override
  public Reply delete(ResourceType type, ResourceName name, String uid) {
    return call(api -> api.delete(type, name, uid));
  }

  private Reply call(Function<KubeApi, Reply> request) {
    var used = current;
    var reply = request.apply(used.api());
    return reply instanceof Reply.Refused refused && refused.isUnauthorized()
        ? again(request, used, refused)
        : reply;
  }

  // What was refused for its token was not done, so that it may be asked for once more.
  private Reply again(Function<KubeApi, Reply> request, Minted used, Reply.Refused refused) {
    return switch (tenants.renewed(tenant, used)) {
      case Minting.Failed(var denied) ->
          explained(
              refused,
              "re-minting a token for ServiceAccount "
                  + account()
                  + " failed: "
                  + denied.message());
      case Minted fresh -> {
        current = fresh;
        var reply = request.apply(fresh.api());
        yield reply instanceof Reply.Refused once && once.isUnauthorized()
            ? explained(
                once,
                "a freshly minted token for ServiceAccount "
                    + account()
                    + " was refused too \u2014 the ServiceAccount may no longer exist, or its"
                    + " namespace is terminating")
            : reply;
      }
    };
  }

  private String account() {
    return tenant.namespace() + '/' + tenant.serviceAccount();
  }

  private static Reply explained(Reply.Refused refused, String why) {
    return new Reply.Refused(
        refused.code(), refused.reason(), refused.message() + " (" + why + ')');
  }
}
