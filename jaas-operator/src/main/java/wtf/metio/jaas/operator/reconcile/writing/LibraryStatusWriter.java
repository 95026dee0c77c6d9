// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.writing;

import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.operator.kube.KubeApi;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.Patch;
import wtf.metio.jaas.operator.kube.ResourceType;
import wtf.metio.jaas.operator.watch.Cluster;

/** The one place that writes the status of libraries. */
public final class LibraryStatusWriter {

  private final ObjectWriter writer;
  private final InstantSource clock;

  /** Writes as the operator. */
  public LibraryStatusWriter(KubeApi operator, Cluster cluster, InstantSource clock) {
    writer = new ObjectWriter(operator, cluster);
    this.clock = clock;
  }

  /** Says what is known of a library. Nothing is written if its status says so already. */
  public Written write(KubeObject judged, LibraryVerdict verdict, Fence fence) {
    var now = clock.instant();
    return writer.write(
        ResourceType.LIBRARY,
        judged,
        new Edit() {
          @Override
          public Optional<Patch> of(KubeObject object) {
            return patch(object, verdict, now);
          }

          @Override
          public boolean stillFits(KubeObject before, KubeObject after) {
            return after.generation() == before.generation();
          }
        },
        fence);
  }

  private static Optional<Patch> patch(KubeObject object, LibraryVerdict verdict, Instant now) {
    var draft = new StatusDraft(object).set("users", new JsonPrimitive(verdict.users()));
    if (!(verdict.state() instanceof LibraryVerdict.State.AsBefore)) {
      draft.conditions(conditions(verdict.state()), now).set("revision", verdict.revision());
    }
    return draft.patch();
  }

  private static List<Condition> conditions(LibraryVerdict.State state) {
    return switch (state) {
      case LibraryVerdict.State.Usable(var message) -> List.of(Condition.ready(message));
      case LibraryVerdict.State.AsBefore() -> List.of();
      case LibraryVerdict.State.Untried(var message) -> List.of(Condition.pending(message));
      case LibraryVerdict.State.Unusable(var reason, var message, var lasting) ->
          List.of(
              Condition.notReady(reason, message),
              lasting
                  ? Condition.stalled(reason, Condition.SEE_READY)
                  : Condition.reconciling(Condition.RETRYING, Condition.SEE_READY));
    };
  }
}
