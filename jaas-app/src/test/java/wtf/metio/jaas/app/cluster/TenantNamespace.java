// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.cluster;

import wtf.metio.jaas.testservers.cluster.Api;
import wtf.metio.jaas.testservers.cluster.Cluster;
import wtf.metio.jaas.testservers.cluster.Installation;
import wtf.metio.jaas.testservers.cluster.KubeObject;
import wtf.metio.jaas.testservers.cluster.Resource;

/**
 * A namespace of a team, whose account {@code renderer} has the shipped role.
 *
 * @param label what all its snippets and libraries carry as {@code tests}
 */
public record TenantNamespace(Cluster cluster, String name, String label) {

  /**
   * Makes one.
   *
   * @param label also the beginning of its name
   */
  public static TenantNamespace in(Installation installation, String label) {
    var cluster = installation.cluster();
    var namespace = cluster.namespace(label);
    installation.tenant(namespace, "renderer");
    return new TenantNamespace(cluster, namespace, label);
  }

  /** Text as a scalar of YAML. */
  public static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /**
   * Makes or changes a snippet.
   *
   * @param spec as YAML in one line, without the account
   */
  public void snippet(String snippet, String spec) {
    anonymous(snippet, "serviceAccountName: renderer, " + spec);
  }

  /** The same, of nobody or of whom the spec says. */
  public void anonymous(String snippet, String spec) {
    apply("jaas.metio.wtf/v1", "JsonnetSnippet", snippet, spec);
  }

  /** Makes or changes a snippet of one program. */
  public void inline(String snippet, String program) {
    snippet(snippet, "files: {main.jsonnet: " + quoted(program) + "}");
  }

  public void library(String library, String spec) {
    apply("jaas.metio.wtf/v1", "JsonnetLibrary", library, spec);
  }

  /** A GitRepository that nobody looks after. */
  public void repository(String repository) {
    apply(
        "source.toolkit.fluxcd.io/v1",
        "GitRepository",
        repository,
        "interval: 1h, url: 'https://git.example/it'");
  }

  /** A GitRepository whose status says this, in YAML. */
  public void repository(String repository, String status) {
    repository(repository);
    patchStatus(Resource.GIT_REPOSITORIES, repository, status);
  }

  /** A GitRepository that offers an archive. */
  public void repository(String repository, SourceServer.Offer offer) {
    repository(repository, offer.status());
  }

  /** An ExternalArtifact of somebody else, without anything. */
  public void externalArtifact(String artifact) {
    apply("source.toolkit.fluxcd.io/v1", "ExternalArtifact", artifact, "");
  }

  private void patchStatus(Resource resource, String object, String status) {
    var patch = KubeObject.ofYaml("status: " + status);
    admin().patch(resource.in(name, object) + "/status", patch.toString()).object();
  }

  private void apply(String version, String kind, String object, String spec) {
    cluster.apply(
        """
        apiVersion: %s
        kind: %s
        metadata: {namespace: %s, name: %s, labels: {tests: %s}}
        spec: {%s}
        """
            .formatted(version, kind, name, object, label, spec));
  }

  /** Asks for another look at a snippet. */
  public void ask(String snippet, String annotation) {
    var patch =
        "{\"metadata\": {\"annotations\": {\"%s\": \"%s\"}}}"
            .formatted(annotation, System.nanoTime());
    admin().patch(Resource.SNIPPETS.in(name, snippet), patch).object();
  }

  public void delete(Resource resource, String object) {
    admin().delete(resource.in(name, object)).object();
  }

  /** A snippet as it is now. */
  public KubeObject now(String snippet) {
    return admin().get(Resource.SNIPPETS.in(name, snippet)).object();
  }

  /** A snippet as soon as its condition is as wanted for its newest description. */
  public KubeObject await(String snippet, String status, String reason) {
    return admin()
        .await(
            Resource.SNIPPETS.in(name, snippet),
            object ->
                isObserved(object)
                    && object.is("Ready", status)
                    && object
                        .condition("Ready")
                        .flatMap(ready -> ready.text("/reason"))
                        .filter(reason::equals)
                        .isPresent());
  }

  private static boolean isObserved(KubeObject object) {
    return object
        .condition("Ready")
        .flatMap(ready -> ready.text("/observedGeneration"))
        .equals(object.text("/metadata/generation"));
  }

  /** A snippet once it is published. */
  public KubeObject published(String snippet) {
    return await(snippet, "True", "Synced");
  }

  /** What a snippet is told when it is not published, for this reason. */
  public String refused(String snippet, String reason) {
    return await(snippet, "False", reason)
        .condition("Ready")
        .flatMap(ready -> ready.text("/message"))
        .orElseThrow();
  }

  public Api admin() {
    return cluster.admin();
  }
}
