// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import wtf.metio.jaas.testservers.Checkout;
import wtf.metio.jaas.testservers.FluxDefinition;

/** What this project ships for a cluster, applied to one for tests. */
public final class Installation {

  /** The namespace of the operator and its lease. */
  public static final String NAMESPACE = "jaas-system";

  private final Cluster cluster;

  private Installation(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Makes our kinds known, and those of Flux that snippets refer to. */
  public static Installation in(Cluster cluster) {
    cluster.apply(FluxDefinition.sources());
    cluster.apply(
        shipped("crds/jaas.metio.wtf_jsonnetsnippets.yaml"),
        shipped("crds/jaas.metio.wtf_jsonnetlibraries.yaml"));
    return new Installation(cluster);
  }

  /** The cluster that it is in. */
  public Cluster cluster() {
    return cluster;
  }

  /** The operator with the rights that are shipped for it, in all namespaces. */
  public Identity operator() {
    cluster.apply("{apiVersion: v1, kind: Namespace, metadata: {name: " + NAMESPACE + "}}");
    cluster.apply(shipped("rbac/operator-roles.yaml"), shipped("rbac/operator-bindings.yaml"));
    var operator = cluster.serviceAccount(NAMESPACE, "jaas");
    Awaiting.until(
        "the operator may lead",
        () -> cluster.allows(operator, NAMESPACE, Rule.on(Resource.LEASES, "create")));
    Awaiting.until(
        "the operator may watch",
        () ->
            cluster.allowsEverywhere(operator, Rule.on(Resource.SNIPPETS, "watch"))
                && cluster.allowsEverywhere(operator, Rule.on(Resource.DEFINITIONS, "watch")));
    return operator;
  }

  /** A service account with the rights that are shipped for tenants, in its namespace. */
  public Identity tenant(String namespace, String name) {
    cluster.applyIn(namespace, shipped("rbac/tenant-role.yaml"));
    var tenant = cluster.serviceAccount(namespace, name);
    cluster.apply(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: jaas-tenant-%2$s, namespace: %1$s}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: jaas-tenant}
        subjects: [{kind: ServiceAccount, name: %2$s, namespace: %1$s}]
        """
            .formatted(namespace, name));
    Awaiting.until(
        "the tenant may publish",
        () -> cluster.allows(tenant, namespace, Rule.on(Resource.EXTERNAL_ARTIFACTS, "patch")));
    return tenant;
  }

  /** Every role that is shipped, for the operator and for tenants, as it stands in its file. */
  public static List<KubeObject> roles() {
    try (var files = Files.list(shipped("rbac"))) {
      return files
          .sorted()
          .flatMap(file -> YamlObjects.inFile(file).stream())
          .filter(object -> object.text("/kind").orElseThrow().endsWith("Role"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path shipped(String file) {
    return Checkout.root().resolve("deploy").resolve(file);
  }
}
