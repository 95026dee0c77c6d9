// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers.cluster;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A kind of object, and where the objects of that kind are.
 *
 * @param group empty for the oldest ones
 * @param plural as in addresses
 */
public record Resource(String group, String version, String plural) {

  public static final Resource NAMESPACES = new Resource("", "v1", "namespaces");
  public static final Resource CONFIG_MAPS = new Resource("", "v1", "configmaps");
  public static final Resource SECRETS = new Resource("", "v1", "secrets");
  public static final Resource SERVICE_ACCOUNTS = new Resource("", "v1", "serviceaccounts");
  public static final Resource EVENTS = new Resource("events.k8s.io", "v1", "events");
  public static final Resource LEASES = new Resource("coordination.k8s.io", "v1", "leases");
  public static final Resource DEFINITIONS =
      new Resource("apiextensions.k8s.io", "v1", "customresourcedefinitions");
  public static final Resource ROLES = rbac("roles");
  public static final Resource ROLE_BINDINGS = rbac("rolebindings");
  public static final Resource CLUSTER_ROLES = rbac("clusterroles");
  public static final Resource CLUSTER_ROLE_BINDINGS = rbac("clusterrolebindings");
  public static final Resource SNIPPETS = new Resource("jaas.metio.wtf", "v1", "jsonnetsnippets");
  public static final Resource LIBRARIES = new Resource("jaas.metio.wtf", "v1", "jsonnetlibraries");
  public static final Resource EXTERNAL_ARTIFACTS = flux("externalartifacts");
  public static final Resource GIT_REPOSITORIES = flux("gitrepositories");
  public static final Resource OCI_REPOSITORIES = flux("ocirepositories");
  public static final Resource BUCKETS = flux("buckets");
  public static final Resource KUSTOMIZATIONS =
      new Resource("kustomize.toolkit.fluxcd.io", "v1", "kustomizations");

  private static Resource rbac(String plural) {
    return new Resource("rbac.authorization.k8s.io", "v1", plural);
  }

  private static Resource flux(String plural) {
    return new Resource("source.toolkit.fluxcd.io", "v1", plural);
  }

  /** What an object says it is; the plural is made as English makes it. */
  static Resource ofObject(KubeObject object) {
    var words = object.text("/apiVersion").orElseThrow().split("/", 2);
    var plural = plural(object.text("/kind").orElseThrow().toLowerCase(Locale.ROOT));
    return words.length == 1
        ? new Resource("", words[0], plural)
        : new Resource(words[0], words[1], plural);
  }

  /** What a definition makes known, in each version that is served. */
  static List<Resource> definedBy(KubeObject definition) {
    var group = definition.text("/spec/group").orElseThrow();
    var plural = definition.text("/spec/names/plural").orElseThrow();
    return definition.objects("/spec/versions").stream()
        .filter(version -> version.text("/served").equals(Optional.of("true")))
        .map(version -> new Resource(group, version.text("/name").orElseThrow(), plural))
        .toList();
  }

  private static String plural(String word) {
    if (word.endsWith("s")) {
      return word + "es";
    }
    return word.endsWith("y") ? word.substring(0, word.length() - 1) + "ies" : word + "s";
  }

  /** As objects name it. */
  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  /** All of the whole cluster. */
  public String everywhere() {
    return root() + "/" + plural;
  }

  /** One that is in no namespace. */
  public String named(String name) {
    return everywhere() + "/" + name;
  }

  /** All of a namespace. */
  public String in(String namespace) {
    return root() + "/namespaces/" + namespace + "/" + plural;
  }

  /** One of a namespace. */
  public String in(String namespace, String name) {
    return in(namespace) + "/" + name;
  }

  /** Where an object is. */
  String of(KubeObject object) {
    return object
        .namespace()
        .map(namespace -> in(namespace, object.name()))
        .orElseGet(() -> named(object.name()));
  }

  private String root() {
    return group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
  }
}
