// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.flux;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Publisher.Announcement;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.kube.KubeApi;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.Patch;
import wtf.metio.jaas.operator.kube.Reply;
import wtf.metio.jaas.operator.kube.ResourceType;
import wtf.metio.jaas.operator.tenant.Attempt;
import wtf.metio.jaas.operator.tenant.Setback;
import wtf.metio.jaas.operator.watch.Cluster;

/**
 * Writes one ExternalArtifact until it is as wanted. Whatever is written carries the version of
 * what was read, so that nothing of anybody is overwritten unseen. For one thread, once.
 */
final class ArtifactWriting {

  static final Attempt PUBLISHING = new Attempt("publishing the ExternalArtifact");

  private static final ResourceType TYPE = ResourceType.EXTERNAL_ARTIFACT;
  private static final int ROUNDS = 4;

  private final KubeApi api;
  private final Cluster cluster;
  private final Clock clock;
  private final Fence fence;
  private final Wanted wanted;
  private boolean changed;

  /** What is to be there. */
  record Wanted(ResourceName name, ArtifactForm form, ArtifactStatus status, String url) {

    /** Whether an object needs nothing. */
    boolean isIn(KubeObject object) {
      return form.isIn(object) && status.isIn(object);
    }
  }

  /** What a step leads to. */
  private sealed interface Step {

    /** The object is like this now. */
    record On(KubeObject object) implements Step {}

    /** Somebody else wrote: what was read is not true any more. */
    record Contested() implements Step {}

    /** There is nothing more to be done. */
    record Over(Announcement announcement) implements Step {}
  }

  ArtifactWriting(KubeApi api, Cluster cluster, Clock clock, Fence fence, Wanted wanted) {
    this.api = api;
    this.cluster = cluster;
    this.clock = clock;
    this.fence = fence;
    this.wanted = wanted;
  }

  /** The words for an object of somebody else. */
  static Announcement foreign(ResourceName name) {
    return new Announcement.Refused(
        Reason.INVALID_SPEC,
        "ExternalArtifact \""
            + name.name()
            + "\" in \""
            + name.namespace()
            + "\" exists and was not made by this snippet; it is left alone: rename the snippet,"
            + " or delete that object",
        Retry.SLOWLY);
  }

  /**
   * Writes what is missing.
   *
   * @param known the object as it was last heard of
   */
  Announcement write(Optional<KubeObject> known) {
    var existing = known;
    for (int round = 0; round < ROUNDS; round++) {
      switch (round(existing)) {
        case Step.On _ -> {
          return new Announcement.Known(wanted.url(), changed);
        }
        case Step.Over(var announcement) -> {
          return announcement;
        }
        case Step.Contested _ -> {
          var reply = api.get(TYPE, wanted.name());
          if (!(reply instanceof Reply.Done) && !isGone(reply)) {
            return refused(reply, List.of());
          }
          existing =
              reply instanceof Reply.Done(var object) ? Optional.of(object) : Optional.empty();
        }
      }
    }
    return unanswered("somebody else keeps changing it");
  }

  private Step round(Optional<KubeObject> existing) {
    if (existing.filter(object -> !BackReference.isIn(object)).isPresent()) {
      return new Step.Over(foreign(wanted.name()));
    }
    var formed =
        existing
            .filter(wanted.form()::isIn)
            .<Step>map(Step.On::new)
            .orElseGet(() -> form(existing));
    return formed instanceof Step.On(var object) && !wanted.status().isIn(object)
        ? status(object)
        : formed;
  }

  private Step form(Optional<KubeObject> existing) {
    var form = wanted.form();
    var applied = existing.map(form::toApply).orElseGet(form::toCreate);
    var step =
        written(
            Patch.apply(applied),
            () ->
                existing
                    .map(object -> api.replace(TYPE, wanted.name(), "", form.whole(object)))
                    .orElseGet(() -> api.create(TYPE, wanted.name().namespace(), form.whole())));
    return step instanceof Step.On(var object) && !form.isIn(object)
        ? written(Patch.merge(form.remedy(object)), () -> new Reply.Done(object))
        : step;
  }

  private Step status(KubeObject object) {
    var status = wanted.status();
    var now = clock.instant();
    return written(
        Patch.applyStatus(status.toApply(object, now)),
        () -> api.replace(TYPE, wanted.name(), "status", status.whole(object, now)));
  }

  /** Patches; whoever may not patch may do the same in another way. */
  private Step written(Patch patch, Supplier<Reply> otherwise) {
    if (!fence.open()) {
      return new Step.Over(new Announcement.Fenced());
    }
    var reply = api.patch(TYPE, wanted.name(), patch);
    if (!(reply instanceof Reply.Refused refused && refused.isForbidden())) {
      return step(reply, List.of());
    }
    return fence.open()
        ? step(otherwise.get(), List.of(refused))
        : new Step.Over(new Announcement.Fenced());
  }

  private Step step(Reply reply, List<Reply.Refused> before) {
    if (reply instanceof Reply.Done(var object)) {
      changed = true;
      cluster.wrote(object);
      return new Step.On(object);
    }
    return isGone(reply) || reply instanceof Reply.Refused refused && refused.isConflict()
        ? new Step.Contested()
        : new Step.Over(refused(reply, before));
  }

  private Announcement refused(Reply reply, List<Reply.Refused> before) {
    return switch (reply) {
      case Reply.Refused refused ->
          refused(
              PUBLISHING.refused(
                  Stream.concat(before.stream(), Stream.of(refused)).toList(),
                  Reason.STORAGE_OPERATION_FAILED));
      case Reply.Unanswered(var message) -> unanswered(message);
      case Reply.Done _ -> throw new IllegalStateException("done is no refusal");
    };
  }

  private static Announcement unanswered(String message) {
    return refused(
        PUBLISHING.unanswered(new Reply.Unanswered(message), Reason.STORAGE_OPERATION_FAILED));
  }

  private static Announcement refused(Setback setback) {
    return new Announcement.Refused(setback.reason(), setback.message(), setback.retry());
  }

  private static boolean isGone(Reply reply) {
    return reply instanceof Reply.Refused refused
        && refused.isNotFound()
        && !Attempt.isOfUnknownKind(refused);
  }
}
