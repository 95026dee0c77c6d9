// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.writing;

import com.google.gson.JsonObject;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.operator.kube.KubeApi;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.Patch;
import wtf.metio.jaas.operator.kube.Reply;
import wtf.metio.jaas.operator.kube.ResourceType;
import wtf.metio.jaas.operator.watch.Cluster;

/**
 * Changes objects, each only as long as it is the one that was judged. Where somebody else was
 * faster, it looks once whether that matters.
 */
final class ObjectWriter {

  private final KubeApi api;
  private final Cluster cluster;

  /**
   * Writes as one identity.
   *
   * @param cluster is told what was written
   */
  ObjectWriter(KubeApi api, Cluster cluster) {
    this.api = api;
    this.cluster = cluster;
  }

  Written write(ResourceType type, KubeObject judged, Edit edit, Fence fence) {
    var patch = edit.of(judged);
    if (patch.isEmpty()) {
      return new Written.Kept(judged, false);
    }
    if (!fence.open()) {
      return new Written.Fenced();
    }
    var reply = api.patch(type, judged.name(), unlessChanged(patch.get(), judged));
    return reply instanceof Reply.Refused refused && refused.isConflict()
        ? secondTry(type, judged, edit, fence)
        : outcome(reply);
  }

  private Written secondTry(ResourceType type, KubeObject judged, Edit edit, Fence fence) {
    var read = api.get(type, judged.name());
    if (!(read instanceof Reply.Done(var now))) {
      return outcome(read);
    }
    if (!now.uid().equals(judged.uid())) {
      return new Written.Gone();
    }
    if (!edit.stillFits(judged, now)) {
      return new Written.Outdated();
    }
    var patch = edit.of(now);
    if (patch.isEmpty()) {
      return new Written.Kept(now, false);
    }
    if (!fence.open()) {
      return new Written.Fenced();
    }
    var reply = api.patch(type, now.name(), unlessChanged(patch.get(), now));
    return reply instanceof Reply.Refused refused && refused.isConflict()
        ? new Written.Outdated()
        : outcome(reply);
  }

  private Written outcome(Reply reply) {
    return switch (reply) {
      case Reply.Done(var object) -> {
        cluster.wrote(object);
        yield new Written.Kept(object, true);
      }
      case Reply.Refused refused when refused.isNotFound() -> new Written.Gone();
      case Reply.Refused(_, _, var message) -> new Written.Failed(message);
      case Reply.Unanswered(var message) -> new Written.Failed(message);
    };
  }

  private static Patch unlessChanged(Patch patch, KubeObject judged) {
    var body = patch.body().deepCopy();
    var metadata = body.get("metadata") instanceof JsonObject present ? present : new JsonObject();
    metadata.addProperty("resourceVersion", judged.resourceVersion());
    body.add("metadata", metadata);
    return new Patch(patch.form(), patch.subresource(), body);
  }
}
