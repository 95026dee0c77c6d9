// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.leader;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.kube.KubeConnection;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.ObjectChannel;
import wtf.metio.jaas.operator.kube.ObjectChannel.Watching;
import wtf.metio.jaas.operator.kube.Reply;
import wtf.metio.jaas.operator.kube.ResourceType;

/** The lease as an object of the API server. */
record KubeLeaseStore(ObjectChannel channel, ResourceName name) implements LeaseStore {

  static KubeLeaseStore of(KubeConnection connection, LeaseOptions options) {
    var channel = connection.channel(ResourceType.LEASE, options.lease(), options.patience());
    return new KubeLeaseStore(channel, options.lease());
  }

  @Override
  public Reply read() {
    return channel.read();
  }

  @Override
  public Reply create(LeaseRecord record) {
    var metadata = new JsonObject();
    metadata.addProperty("namespace", name.namespace());
    metadata.addProperty("name", name.name());
    var lease = new JsonObject();
    lease.addProperty("apiVersion", ResourceType.LEASE.apiVersion());
    lease.addProperty("kind", ResourceType.LEASE.kind());
    lease.add("metadata", metadata);
    lease.add("spec", record.spec());
    return channel.create(lease);
  }

  @Override
  public Reply replace(KubeObject base, LeaseRecord record) {
    return channel.replace(LeaseStore.with(base, record));
  }

  @Override
  public Optional<Instant> servedAt() {
    return channel.servedAt();
  }

  @Override
  public Watching watch(KubeObject from, Consumer<KubeObject> changed, Runnable ended) {
    return channel.watch(from.resourceVersion(), changed, ended);
  }
}
