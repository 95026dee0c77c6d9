// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.writing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Optional;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.operator.kube.KubeApi;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.Patch;
import wtf.metio.jaas.operator.kube.ResourceType;
import wtf.metio.jaas.operator.resource.SnippetResource;
import wtf.metio.jaas.operator.watch.Cluster;

/** Keeps snippets until we let them go. */
public final class Finalizers {

  private static final JsonPrimitive OURS = new JsonPrimitive(SnippetResource.FINALIZER);

  private final ObjectWriter writer;

  /** Writes as the operator. */
  public Finalizers(KubeApi operator, Cluster cluster) {
    writer = new ObjectWriter(operator, cluster);
  }

  /** Keeps a snippet. One that is being deleted cannot be kept any more. */
  public Written put(KubeObject snippet, Fence fence) {
    return writer.write(ResourceType.SNIPPET, snippet, new Keeping(true), fence);
  }

  /** Lets a snippet go; others may still keep it. */
  public Written remove(KubeObject snippet, Fence fence) {
    return writer.write(ResourceType.SNIPPET, snippet, new Keeping(false), fence);
  }

  /** From now on a snippet is kept, or is not. */
  private record Keeping(boolean wanted) implements Edit {

    @Override
    public Optional<Patch> of(KubeObject object) {
      if (SnippetResource.isKept(object) == wanted) {
        return Optional.empty();
      }
      return Optional.of(wanted ? with(object.finalizers()) : without(object.finalizers()));
    }

    @Override
    public boolean stillFits(KubeObject judged, KubeObject now) {
      return !wanted || (!now.isLeaving() && now.generation() == judged.generation());
    }
  }

  private static Patch with(JsonArray before) {
    var after = before.deepCopy();
    after.add(OURS);
    return patch(after);
  }

  private static Patch without(JsonArray before) {
    var after = before.deepCopy();
    while (after.remove(OURS)) {
      // A list may name it twice.
    }
    return patch(after);
  }

  private static Patch patch(JsonArray finalizers) {
    var metadata = new JsonObject();
    metadata.add("finalizers", finalizers);
    var body = new JsonObject();
    body.add("metadata", metadata);
    return Patch.merge(body);
  }
}
