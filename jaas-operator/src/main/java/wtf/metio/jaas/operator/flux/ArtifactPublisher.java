// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.flux;

import com.google.gson.JsonObject;
import java.time.Clock;
import java.util.Optional;
import wtf.metio.jaas.domain.artifact.BaseUrl;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.publication.Publisher;
import wtf.metio.jaas.domain.publication.Snippet;
import wtf.metio.jaas.domain.publication.Tenant;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.flux.ArtifactWriting.Wanted;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.ResourceType;
import wtf.metio.jaas.operator.resource.SnippetResource;
import wtf.metio.jaas.operator.tenant.TenantAccess;
import wtf.metio.jaas.operator.tenant.TenantAccess.Access;
import wtf.metio.jaas.operator.watch.Cluster;

/**
 * Announces archives as ExternalArtifacts, written as the tenant.
 *
 * <p>An object that is as wanted, as far as the watches have told, costs no request. An object of
 * that name that is not the snippet's is never touched. Any number of threads may call at once, for
 * different snippets.
 */
public final class ArtifactPublisher implements Publisher, Standing {

  private final Cluster cluster;
  private final TenantAccess tenants;
  private final BaseUrl base;
  private final Clock clock;

  /**
   * Announces to a cluster.
   *
   * @param base below which the archives are served
   */
  public ArtifactPublisher(Cluster cluster, TenantAccess tenants, BaseUrl base, Clock clock) {
    this.cluster = cluster;
    this.tenants = tenants;
    this.base = base;
    this.clock = clock;
  }

  /** A snippet that is gone, or is being deleted, has nothing to announce any more. */
  @Override
  public Announcement announce(Snippet snippet, StoredArchive archive, Tenant tenant, Fence fence) {
    var url = base.of(snippet.name(), archive.revision());
    var status =
        new ArtifactStatus(offer(snippet, archive, url), ArtifactStatus.Condition.SUCCEEDED);
    return present(snippet.name())
        .map(object -> wanted(object, status, url))
        .map(wanted -> announced(wanted, tenant, fence))
        .orElseGet(Announcement.Fenced::new);
  }

  @Override
  public boolean isDiscredited(ResourceName snippet) {
    return cluster
        .published(snippet)
        .filter(BackReference::isIn)
        .filter(ArtifactStatus::isStorageFailed)
        .isPresent();
  }

  @Override
  public Announcement discredit(ResourceName snippet, String message, Tenant tenant, Fence fence) {
    var published = cluster.published(snippet).filter(BackReference::isIn);
    var offered = published.map(ArtifactStatus::offered).orElseGet(JsonObject::new);
    var owner = present(snippet);
    if (owner.isEmpty() || !offered.has("url") || !offered.get("url").isJsonPrimitive()) {
      return new Announcement.Known("", false);
    }
    var artifact = offered.deepCopy();
    artifact.remove("lastUpdateTime");
    var condition = ArtifactStatus.Condition.storageFailed(message);
    var url = offered.get("url").getAsString();
    return announced(
        wanted(owner.get(), new ArtifactStatus(artifact, condition), url), tenant, fence);
  }

  /** Deletes what was announced for a snippet that is being deleted, if it is there and ours. */
  public Withdrawal withdraw(SnippetResource snippet, Tenant tenant, Fence fence) {
    var known = cluster.published(snippet.name());
    if (known.isEmpty() && cluster.knows(ResourceType.EXTERNAL_ARTIFACT.kind())) {
      return new Withdrawal.Gone();
    }
    var owners = new OwnerReferences(snippet.object());
    return switch (tenants.as(tenant)) {
      case Access.Granted(var api) ->
          new ArtifactRemoval(api, snippet.name(), owners, fence).remove(known);
      case Access.Denied(var reason, var message, var retry) ->
          ArtifactRemoval.without(known, owners, message, ArtifactRemoval.isFinal(reason, retry));
    };
  }

  private Optional<KubeObject> present(ResourceName name) {
    return cluster.snippet(name).map(SnippetResource::object).filter(object -> !object.isLeaving());
  }

  private static Wanted wanted(KubeObject snippet, ArtifactStatus status, String url) {
    return new Wanted(snippet.name(), new ArtifactForm(snippet), status, url);
  }

  private Announcement announced(Wanted wanted, Tenant tenant, Fence fence) {
    var known = cluster.published(wanted.name());
    if (known.filter(wanted::isIn).isPresent()) {
      return new Announcement.Known(wanted.url(), false);
    }
    if (!fence.open()) {
      return new Announcement.Fenced();
    }
    return switch (tenants.as(tenant)) {
      case Access.Granted(var api) ->
          cluster.writing(
              wanted.name(),
              () -> new ArtifactWriting(api, cluster, clock, fence, wanted).write(known));
      case Access.Denied(var reason, var message, var retry) ->
          new Announcement.Refused(reason, message, retry);
    };
  }

  private static JsonObject offer(Snippet snippet, StoredArchive archive, String url) {
    var offer = new JsonObject();
    offer.addProperty("url", url);
    offer.addProperty("path", archive.revision().path(snippet.name()));
    offer.addProperty("revision", archive.revision().text());
    offer.addProperty("digest", archive.digest().text());
    offer.addProperty("size", archive.size());
    return offer;
  }
}
