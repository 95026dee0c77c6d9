// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.rbac;

import java.nio.file.Path;
import wtf.metio.jaas.testservers.FluxDefinition;
import wtf.metio.jaas.testservers.cluster.Awaiting;
import wtf.metio.jaas.testservers.cluster.Cluster;
import wtf.metio.jaas.testservers.cluster.Identity;
import wtf.metio.jaas.testservers.cluster.Resource;
import wtf.metio.jaas.testservers.cluster.Rule;

/** The roles as they are shipped, in a cluster that knows our kinds and those of Flux. */
public final class RolesFixture {

  private static final Path DEPLOY = Path.of("..", "deploy");

  private RolesFixture() {}

  /** Makes our kinds and those of Flux known. */
  public static Cluster withKinds(Cluster cluster) {
    cluster.apply(FluxDefinition.sources());
    cluster.apply(
        DEPLOY.resolve("crds/jaas.metio.wtf_jsonnetsnippets.yaml"),
        DEPLOY.resolve("crds/jaas.metio.wtf_jsonnetlibraries.yaml"));
    return cluster;
  }

  /** Who the operator is, once its files are applied: it may do everything that they say. */
  public static Identity operator(Cluster cluster) {
    cluster.apply("{apiVersion: v1, kind: Namespace, metadata: {name: jaas-system}}");
    cluster.apply(rbac("operator-roles.yaml"), rbac("operator-bindings.yaml"));
    var operator = cluster.serviceAccount("jaas-system", "jaas");
    Awaiting.until(
        "the operator may lead",
        () -> cluster.allows(operator, "jaas-system", Rule.on(Resource.LEASES, "create")));
    Awaiting.until(
        "the operator may watch",
        () ->
            cluster.allowsEverywhere(operator, Rule.on(Resource.SNIPPETS, "watch"))
                && cluster.allowsEverywhere(operator, Rule.on(Resource.DEFINITIONS, "watch")));
    return operator;
  }

  /** A service account with the role for tenants and no other. */
  public static Identity tenant(Cluster cluster, String namespace, String name) {
    cluster.applyIn(namespace, rbac("tenant-role.yaml"));
    var tenant = cluster.serviceAccount(namespace, name);
    cluster.apply(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: jaas-tenant, namespace: %1$s}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: jaas-tenant}
        subjects: [{kind: ServiceAccount, name: %2$s, namespace: %1$s}]
        """
            .formatted(namespace, name));
    Awaiting.until(
        "the tenant may publish",
        () -> cluster.allows(tenant, namespace, Rule.on(Resource.EXTERNAL_ARTIFACTS, "patch")));
    return tenant;
  }

  private static Path rbac(String file) {
    return DEPLOY.resolve("rbac").resolve(file);
  }
}
