// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kube;

import com.google.gson.JsonObject;
import okhttp3.Request;
import wtf.metio.jaas.domain.snippet.ResourceName;

/** The API server over HTTP. */
record HttpKubeApi(Exchange exchange, Requests requests) implements KubeApi {

  @Override
  public Reply get(ResourceType type, ResourceName name) {
    return send(requests.get(type.path(name)));
  }

  @Override
  public Reply create(ResourceType type, String namespace, JsonObject object) {
    return send(requests.create(type.path(namespace), object));
  }

  @Override
  public Reply patch(ResourceType type, ResourceName name, Patch patch) {
    return send(requests.patch(path(type, name, patch.subresource()), patch));
  }

  @Override
  public Reply createFor(
      ResourceType type, ResourceName name, String subresource, JsonObject object) {
    return send(requests.create(path(type, name, subresource), object));
  }

  @Override
  public Reply replace(
      ResourceType type, ResourceName name, String subresource, JsonObject object) {
    return send(requests.replace(path(type, name, subresource), object));
  }

  @Override
  public Reply delete(ResourceType type, ResourceName name, String uid) {
    var options = new JsonObject();
    options.addProperty("apiVersion", "v1");
    options.addProperty("kind", "DeleteOptions");
    if (!uid.isEmpty()) {
      var preconditions = new JsonObject();
      preconditions.addProperty("uid", uid);
      options.add("preconditions", preconditions);
    }
    return send(requests.delete(type.path(name), options));
  }

  private Reply send(Request request) {
    return exchange.send(request).reply();
  }

  private static String path(ResourceType type, ResourceName name, String subresource) {
    return subresource.isEmpty() ? type.path(name) : type.path(name) + '/' + subresource;
  }
}
