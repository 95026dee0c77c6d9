// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.resource;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import wtf.metio.jaas.domain.publication.Snippet;
import wtf.metio.jaas.domain.snippet.SnippetRules;
import wtf.metio.jaas.domain.snippet.Violation;
import wtf.metio.jaas.manifest.Manifest;
import wtf.metio.jaas.manifest.Manifest.LibraryManifest;
import wtf.metio.jaas.manifest.Manifest.SnippetManifest;
import wtf.metio.jaas.manifest.ManifestReader;
import wtf.metio.jaas.manifest.schema.SourceKinds;
import wtf.metio.jaas.operator.kube.KubeObject;

/**
 * Understands objects as the API server sends them.
 *
 * <p>Whatever an author wrote is an answer: what the schema or a rule refuses becomes a violation,
 * and what is refused is left out of the description. Any number of threads may read at once.
 */
public final class ResourceReading {

  /** Of the metadata only this is looked at: servers to come may send more of it. */
  private static final List<String> METADATA =
      List.of("name", "namespace", "labels", "annotations", "generation");

  private final ManifestReader reader;

  /** Objects are held to the rules of an installation. */
  public ResourceReading(SnippetRules rules) {
    this.reader = new ManifestReader(rules);
  }

  /**
   * A snippet.
   *
   * @return with the ledger that its status alone tells; see {@link #withPublished}. Empty if the
   *     object is something else
   */
  public Optional<SnippetResource> snippet(KubeObject object) {
    return manifest(object)
        .filter(SnippetManifest.class::isInstance)
        .map(SnippetManifest.class::cast)
        .map(
            manifest ->
                resource(
                    object,
                    new Snippet(manifest.metadata().name(), manifest.spec()),
                    manifest.violations()));
  }

  /**
   * A snippet of which a former version was read: its description is not read again if it is the
   * same.
   */
  public Optional<SnippetResource> snippet(KubeObject object, SnippetResource before) {
    // Not told by the generation: a cluster that was set back counts some of them twice.
    boolean same =
        object.uid().equals(before.object().uid())
            && object.part("spec").equals(before.object().part("spec"));
    return same
        ? Optional.of(resource(object, before.snippet(), before.violations()))
        : snippet(object);
  }

  /** A library; empty if the object is something else. */
  public Optional<LibraryResource> library(KubeObject object) {
    return manifest(object)
        .filter(LibraryManifest.class::isInstance)
        .map(LibraryManifest.class::cast)
        .map(manifest -> new LibraryResource(object, manifest.origin(), manifest.violations()));
  }

  /** A source of Flux; empty if the object is something else. */
  public Optional<SourceResource> source(KubeObject object) {
    var kind = Json.text(object.json(), "kind");
    boolean isOne =
        Json.text(object.json(), "apiVersion").startsWith(SourceKinds.GROUP + '/')
            && SourceKinds.ALL.contains(kind);
    return isOne ? Optional.of(SourceReading.of(kind, object)) : Optional.empty();
  }

  /** A snippet with the ledger that its status and its ExternalArtifact tell together. */
  public static SnippetResource withPublished(SnippetResource snippet, KubeObject published) {
    return new SnippetResource(
        snippet.object(),
        snippet.snippet(),
        snippet.violations(),
        snippet.status(),
        LedgerReading.read(snippet.status(), published.part("status")));
  }

  private static SnippetResource resource(
      KubeObject object, Snippet snippet, List<Violation> violations) {
    var status = SnippetStatus.of(object);
    return new SnippetResource(
        object, snippet, violations, status, LedgerReading.read(status, new JsonObject()));
  }

  private Optional<Manifest> manifest(KubeObject object) {
    var json = new JsonObject();
    copy(object.json(), json, "apiVersion");
    copy(object.json(), json, "kind");
    var metadata = new JsonObject();
    METADATA.forEach(field -> copy(object.part("metadata"), metadata, field));
    json.add("metadata", metadata);
    copy(object.json(), json, "spec");
    return reader.read(JsonTree.of(json));
  }

  private static void copy(JsonObject from, JsonObject to, String field) {
    if (from.has(field)) {
      to.add(field, from.get(field));
    }
  }
}
