// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.flux;

import java.util.Optional;
import java.util.function.Function;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.LibraryFinder;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.publication.SourceFetcher.SourceProblem;
import wtf.metio.jaas.domain.publication.Tenant;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.ObjectNames;
import wtf.metio.jaas.operator.kube.Reply;
import wtf.metio.jaas.operator.kube.ResourceType;
import wtf.metio.jaas.operator.resource.LibraryResource;
import wtf.metio.jaas.operator.tenant.Attempt;
import wtf.metio.jaas.operator.tenant.Setback;
import wtf.metio.jaas.operator.tenant.TenantAccess;
import wtf.metio.jaas.operator.tenant.TenantAccess.Access;
import wtf.metio.jaas.operator.watch.Cluster;

/** Libraries of a cluster: known from the watches, used by those who may read them. */
public final class ClusterLibraries implements LibraryFinder {

  private final Cluster cluster;
  private final TenantAccess tenants;
  private final Permissions permissions;
  private final Function<KubeObject, LibraryResource> reader;

  /**
   * The libraries of a cluster.
   *
   * @param permissions may be shared with others
   * @param reader understands one that the watches do not know
   */
  public ClusterLibraries(
      Cluster cluster,
      TenantAccess tenants,
      Permissions permissions,
      Function<KubeObject, LibraryResource> reader) {
    this.cluster = cluster;
    this.tenants = tenants;
    this.permissions = permissions;
    this.reader = reader;
  }

  @Override
  public Lookup find(ResourceName library, Tenant tenant) {
    if (!ObjectNames.isPossible(library)) {
      return new Lookup.Absent();
    }
    return cluster
        .library(library)
        .map(known -> known(known, tenant))
        .orElseGet(() -> read(library, tenant));
  }

  private Lookup known(LibraryResource library, Tenant tenant) {
    if (library.violations().isEmpty()) {
      return new Lookup.Found(library.origin(), () -> obstacle(library, tenant));
    }
    return obstacle(library, tenant)
        .<Lookup>map(
            problem -> new Lookup.Unavailable(problem.reason(), problem.message(), problem.retry()))
        .orElseGet(() -> flawed(library, tenant));
  }

  private static Lookup flawed(LibraryResource library, Tenant tenant) {
    var flaw = library.violations().getFirst();
    var name = library.name();
    var message =
        isForeign(name, tenant)
            ? unreachable(name)
            : "JsonnetLibrary \""
                + name.name()
                + "\" in \""
                + name.namespace()
                + "\": "
                + flaw.message();
    return new Lookup.Unavailable(flaw.reason(), message, Retry.SLOWLY);
  }

  private Optional<SourceProblem> obstacle(LibraryResource library, Tenant tenant) {
    if (permissions.isFresh(sight(library.object(), tenant))) {
      return Optional.empty();
    }
    return switch (read(library.name(), tenant)) {
      case Lookup.Found(_, var permission) -> permission.obstacle();
      case Lookup.Absent() ->
          Optional.of(
              new SourceProblem(Reason.LIBRARY_NOT_FOUND, absent(library, tenant), Retry.SLOWLY));
      case Lookup.Unavailable(var reason, var message, var retry) ->
          Optional.of(new SourceProblem(reason, message, retry));
    };
  }

  private Lookup read(ResourceName name, Tenant tenant) {
    return switch (tenants.as(tenant)) {
      case Access.Granted(var api) -> judged(name, tenant, api.get(ResourceType.LIBRARY, name));
      case Access.Denied(var reason, var message, var retry) ->
          new Lookup.Unavailable(reason, message, retry);
    };
  }

  private Lookup judged(ResourceName name, Tenant tenant, Reply reply) {
    var reading = new Attempt("reading JsonnetLibrary " + name);
    return switch (reply) {
      case Reply.Done(var object) -> readable(object, tenant);
      case Reply.Refused refused when refused.isNotFound() && !Attempt.isOfUnknownKind(refused) ->
          new Lookup.Absent();
      case Reply.Refused refused ->
          unavailable(name, tenant, reading.refused(refused, Reason.SOURCE_FETCH_FAILED));
      case Reply.Unanswered unanswered ->
          unavailable(name, tenant, reading.unanswered(unanswered, Reason.SOURCE_FETCH_FAILED));
    };
  }

  private Lookup readable(KubeObject object, Tenant tenant) {
    permissions.note(sight(object, tenant));
    var library = reader.apply(object);
    return library.violations().isEmpty()
        ? new Lookup.Found(library.origin(), Permission.GRANTED)
        : flawed(library, tenant);
  }

  // A refusal is the same whether there is such a library or not, and says what to grant.
  private static Lookup unavailable(ResourceName name, Tenant tenant, Setback setback) {
    boolean told = setback.reason() == Reason.RBAC_DENIED || !isForeign(name, tenant);
    return new Lookup.Unavailable(
        setback.reason(), told ? setback.message() : unreachable(name), setback.retry());
  }

  private static Permissions.Sight sight(KubeObject object, Tenant tenant) {
    return new Permissions.Sight(
        tenant, ResourceType.LIBRARY.qualified(), object.name(), object.resourceVersion());
  }

  private static boolean isForeign(ResourceName library, Tenant tenant) {
    return !library.namespace().equals(tenant.namespace());
  }

  private static String absent(LibraryResource library, Tenant tenant) {
    var name = library.name();
    return isForeign(name, tenant)
        ? unreachable(name)
        : "JsonnetLibrary \"" + name.name() + "\" in \"" + name.namespace() + "\" not found";
  }

  private static String unreachable(ResourceName library) {
    return "cross-namespace JsonnetLibrary \""
        + library.name()
        + "\" is not reachable; check the library in \""
        + library.namespace()
        + '"';
  }
}
