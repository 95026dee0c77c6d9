// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kube;

import wtf.metio.jaas.domain.snippet.ResourceName;

/**
 * A kind of object, and where the API server serves it.
 *
 * @param group empty for the core
 * @param plural as it stands in paths and roles
 */
public record ResourceType(String group, String version, String plural, String kind) {

  public static final ResourceType SNIPPET =
      new ResourceType("jaas.metio.wtf", "v1", "jsonnetsnippets", "JsonnetSnippet");
  public static final ResourceType LIBRARY =
      new ResourceType("jaas.metio.wtf", "v1", "jsonnetlibraries", "JsonnetLibrary");
  public static final ResourceType EXTERNAL_ARTIFACT =
      new ResourceType("source.toolkit.fluxcd.io", "v1", "externalartifacts", "ExternalArtifact");
  public static final ResourceType EVENT =
      new ResourceType("events.k8s.io", "v1", "events", "Event");
  public static final ResourceType LEASE =
      new ResourceType("coordination.k8s.io", "v1", "leases", "Lease");
  public static final ResourceType SERVICE_ACCOUNT =
      new ResourceType("", "v1", "serviceaccounts", "ServiceAccount");
  public static final ResourceType CUSTOM_RESOURCE_DEFINITION =
      new ResourceType(
          "apiextensions.k8s.io", "v1", "customresourcedefinitions", "CustomResourceDefinition");

  /** A kind of source of Flux, in the version that is watched. */
  public static ResourceType source(String kind) {
    var plural =
        switch (kind) {
          case "GitRepository" -> "gitrepositories";
          case "OCIRepository" -> "ocirepositories";
          case "Bucket" -> "buckets";
          case "ExternalArtifact" -> EXTERNAL_ARTIFACT.plural;
          default -> throw new IllegalArgumentException("not a kind of source: " + kind);
        };
    return new ResourceType(EXTERNAL_ARTIFACT.group, EXTERNAL_ARTIFACT.version, plural, kind);
  }

  /** Group and version as objects name them. */
  public String apiVersion() {
    return group.isEmpty() ? version : group + '/' + version;
  }

  /** As roles and messages name it, {@code jsonnetsnippets.jaas.metio.wtf}. */
  public String qualified() {
    return group.isEmpty() ? plural : plural + '.' + group;
  }

  /** The path of all objects of the kind in all namespaces. */
  public String path() {
    return (group.isEmpty() ? "/api/" : "/apis/") + apiVersion() + '/' + plural;
  }

  /** The path of all objects of the kind in a namespace. */
  public String path(String namespace) {
    return (group.isEmpty() ? "/api/" : "/apis/")
        + apiVersion()
        + "/namespaces/"
        + namespace
        + '/'
        + plural;
  }

  /** The path of an object. */
  public String path(ResourceName name) {
    return path(name.namespace()) + '/' + name.name();
  }
}
