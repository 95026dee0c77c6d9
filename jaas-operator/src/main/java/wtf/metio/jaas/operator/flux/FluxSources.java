// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.flux;

import java.util.Optional;
import wtf.metio.jaas.domain.artifact.BaseUrl;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.publication.SourceFetcher;
import wtf.metio.jaas.domain.publication.Tenant;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.SourceReference;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.ObjectNames;
import wtf.metio.jaas.operator.kube.Reply;
import wtf.metio.jaas.operator.kube.ResourceType;
import wtf.metio.jaas.operator.resource.SourceReading;
import wtf.metio.jaas.operator.resource.SourceResource;
import wtf.metio.jaas.operator.tenant.Attempt;
import wtf.metio.jaas.operator.tenant.TenantAccess;
import wtf.metio.jaas.operator.tenant.TenantAccess.Access;
import wtf.metio.jaas.operator.watch.Cluster;

/**
 * Sources of Flux, and ExternalArtifacts of anybody.
 *
 * <p>Whether one changed is seen in the watches, without a request. Before its files are used, and
 * before anything is said about why they cannot be, it is read as the tenant.
 */
public final class FluxSources implements SourceFetcher {

  private static final Attempt READING = new Attempt("reading the source CR");

  private final Cluster cluster;
  private final TenantAccess tenants;
  private final ArchiveFetcher archives;
  private final OwnArtifacts own;
  private final Permissions permissions;

  /**
   * Sources as a cluster describes them.
   *
   * @param archives brings what they offer
   * @param base below which this installation serves its own archives
   * @param permissions may be shared with others
   */
  public FluxSources(
      Cluster cluster,
      TenantAccess tenants,
      ArchiveFetcher archives,
      BaseUrl base,
      Permissions permissions) {
    this.cluster = cluster;
    this.tenants = tenants;
    this.archives = archives;
    this.own = new OwnArtifacts(base, archives);
    this.permissions = permissions;
  }

  /**
   * A source that somebody wants.
   *
   * @param path the wanted part of its files
   */
  private record Wanted(
      ResourceType type, ResourceName name, String path, Tenant tenant, SourceWords words) {

    Permissions.Sight sight(String resourceVersion) {
      return new Permissions.Sight(
          tenant, type.apiVersion() + '/' + type.plural(), name, resourceVersion);
    }
  }

  /** What came of reading a source as a tenant. */
  private sealed interface Sighting {

    /** As it is now. */
    record Seen(KubeObject object, SourceResource source) implements Sighting {}

    /** It is not to be used. */
    record Unseen(SourceProblem problem) implements Sighting {}
  }

  @Override
  public Location locate(SourceReference reference, ResourceName referrer, Tenant tenant) {
    var namespace = Optional.ofNullable(reference.namespace()).orElse(referrer.namespace());
    if (!ObjectNames.isPossible(namespace, reference.name())) {
      return unavailable(
          new SourceProblem(
              Reason.SOURCE_FETCH_FAILED,
              "no " + reference.kind() + " can have the name and namespace that the reference says",
              Retry.SLOWLY));
    }
    var name = new ResourceName(namespace, reference.name());
    var words = new SourceWords(reference.kind(), name, !namespace.equals(tenant.namespace()));
    return SourceTypes.of(reference)
        .map(type -> new Wanted(type, name, reference.path(), tenant, words))
        .map(wanted -> watched(wanted, reference).orElseGet(() -> asRead(wanted)))
        .orElseGet(() -> unavailable(words.of(unknown(reference))));
  }

  private static SourceProblem unknown(SourceReference reference) {
    var refused =
        new Reply.Refused(404, "", "there is no " + reference.kind() + " in this apiVersion");
    var setback = READING.refused(refused, Reason.SOURCE_FETCH_FAILED);
    return new SourceProblem(setback.reason(), setback.message(), setback.retry());
  }

  /** The source as the watches have it, if it can be used like this. */
  private Optional<Location> watched(Wanted wanted, SourceReference reference) {
    if (!SourceTypes.isWatched(reference)) {
      return Optional.empty();
    }
    return cluster
        .source(wanted.type().kind(), wanted.name())
        .filter(source -> source.unready().isEmpty() && !source.url().isEmpty())
        .map(source -> located(wanted, source, published(wanted)))
        .filter(Location.Found.class::isInstance);
  }

  private Optional<KubeObject> published(Wanted wanted) {
    return wanted.type().kind().equals(SourceReference.EXTERNAL_ARTIFACT)
        ? cluster.published(wanted.name())
        : Optional.empty();
  }

  private Location asRead(Wanted wanted) {
    return switch (read(wanted)) {
      case Sighting.Seen(var object, var source) ->
          switch (located(wanted, source, Optional.of(object))) {
            case Location.Found found -> found;
            case Location.Unavailable(var problem) -> unavailable(wanted.words().of(problem));
          };
      case Sighting.Unseen(var problem) -> unavailable(problem);
    };
  }

  private Location located(Wanted wanted, SourceResource source, Optional<KubeObject> object) {
    var location =
        object
            .flatMap(published -> own.locate(published, wanted.path()))
            .orElseGet(() -> archives.locate(source, wanted.path()));
    return location instanceof Location.Found(var revision, var download)
        ? new Location.Found(
            revision, cancellation -> brought(wanted, source, download, cancellation))
        : location;
  }

  private Delivery brought(
      Wanted wanted, SourceResource source, Download download, Cancellation cancellation) {
    if (!permissions.isFresh(wanted.sight(source.resourceVersion()))) {
      var obstacle = obstacle(wanted, source);
      if (obstacle.isPresent()) {
        return new Delivery.Undelivered(obstacle.get());
      }
    }
    return switch (download.fetch(cancellation)) {
      case Delivery.Delivered delivered -> delivered;
      case Delivery.Undelivered(var problem) ->
          new Delivery.Undelivered(explained(wanted, source, problem));
    };
  }

  /** What the tenant reads now, if it is anything else than what was located. */
  private Optional<SourceProblem> obstacle(Wanted wanted, SourceResource located) {
    return switch (read(wanted)) {
      case Sighting.Seen(_, var now) ->
          offersTheSame(now, located) ? Optional.empty() : Optional.of(wanted.words().changed());
      case Sighting.Unseen(var problem) -> Optional.of(problem);
    };
  }

  /** An archive that is not what its source said may have been replaced in the meantime. */
  private SourceProblem explained(Wanted wanted, SourceResource located, SourceProblem problem) {
    return problem.retry() == Retry.SLOWLY
        ? obstacle(wanted, located).orElseGet(() -> wanted.words().of(problem))
        : wanted.words().of(problem);
  }

  private static boolean offersTheSame(SourceResource one, SourceResource other) {
    return one.url().equals(other.url())
        && one.digest().equals(other.digest())
        && one.revision().equals(other.revision());
  }

  private Sighting read(Wanted wanted) {
    return switch (tenants.as(wanted.tenant())) {
      case Access.Granted(var api) -> judged(wanted, api.get(wanted.type(), wanted.name()));
      case Access.Denied(var reason, var message, var retry) ->
          new Sighting.Unseen(new SourceProblem(reason, message, retry));
    };
  }

  private Sighting judged(Wanted wanted, Reply reply) {
    var words = wanted.words();
    return switch (reply) {
      case Reply.Done(var object) -> {
        var source = SourceReading.of(wanted.type().kind(), object);
        permissions.note(wanted.sight(source.resourceVersion()));
        yield seen(words, object, source);
      }
      case Reply.Refused refused when refused.isNotFound() && !Attempt.isOfUnknownKind(refused) ->
          new Sighting.Unseen(words.absent());
      case Reply.Refused refused ->
          new Sighting.Unseen(words.of(READING.refused(refused, Reason.SOURCE_FETCH_FAILED)));
      case Reply.Unanswered unanswered ->
          new Sighting.Unseen(words.of(READING.unanswered(unanswered, Reason.SOURCE_FETCH_FAILED)));
    };
  }

  private static Sighting seen(SourceWords words, KubeObject object, SourceResource source) {
    if (!source.unready().isEmpty()) {
      return new Sighting.Unseen(words.notReady(source.unready()));
    }
    return source.url().isEmpty()
        ? new Sighting.Unseen(words.withoutArtifact(SourceReading.hasArtifact(object)))
        : new Sighting.Seen(object, source);
  }

  private static Location unavailable(SourceProblem problem) {
    return new Location.Unavailable(problem);
  }
}
