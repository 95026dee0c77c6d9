// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.kube.KubeApi;
import wtf.metio.jaas.operator.kube.Patch;
import wtf.metio.jaas.operator.kube.Reply;
import wtf.metio.jaas.operator.kube.ResourceType;

/** Notes what is created on its way to the server. */
final class NotedEvents implements KubeApi {

  private final KubeApi server;
  final List<JsonObject> all = new ArrayList<>();

  NotedEvents(KubeApi server) {
    this.server = server;
  }

  /** Kind and reason of all events since the last time. */
  List<String> told() {
    var lines =
        all.stream()
            .map(event -> Borough.text(event, "type") + ' ' + Borough.text(event, "reason"))
            .toList();
    all.clear();
    return lines;
  }

  /** What the last event says. */
  String lastNote() {
    return Borough.text(all.getLast(), "note");
  }

  @Override
  public Reply create(ResourceType type, String namespace, JsonObject object) {
    all.add(object);
    return server.create(type, namespace, object);
  }

  @Override
  public Reply get(ResourceType type, ResourceName name) {
    return server.get(type, name);
  }

  @Override
  public Reply patch(ResourceType type, ResourceName name, Patch patch) {
    return server.patch(type, name, patch);
  }

  @Override
  public Reply createFor(
      ResourceType type, ResourceName name, String subresource, JsonObject object) {
    return server.createFor(type, name, subresource, object);
  }

  @Override
  public Reply replace(
      ResourceType type, ResourceName name, String subresource, JsonObject object) {
    return server.replace(type, name, subresource, object);
  }

  @Override
  public Reply delete(ResourceType type, ResourceName name, String uid) {
    return server.delete(type, name, uid);
  }
}
