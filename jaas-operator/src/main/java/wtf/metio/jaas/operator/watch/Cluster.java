// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.watch;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import wtf.metio.jaas.domain.graph.Dependencies;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.resource.LibraryResource;
import wtf.metio.jaas.operator.resource.SnippetResource;
import wtf.metio.jaas.operator.resource.SourceResource;

/**
 * What the cluster holds, as far as watches have told. Answers at once and from memory; any number
 * of threads may ask.
 *
 * <p>What this process wrote itself is known as soon as {@link #wrote} was called, and an older
 * word of a watch does not undo it.
 */
public interface Cluster extends Dependencies {

  /** A snippet that is looked after. */
  Optional<SnippetResource> snippet(ResourceName name);

  /** All snippets that are looked after. */
  Collection<ResourceName> snippets();

  /** A library. */
  Optional<LibraryResource> library(ResourceName name);

  /** All libraries. */
  Collection<ResourceName> libraries();

  /** A source, of one of the four kinds. */
  Optional<SourceResource> source(String kind, ResourceName name);

  /**
   * An ExternalArtifact as it was sent; only those that name a snippet as their source are kept.
   */
  Optional<KubeObject> published(ResourceName snippet);

  /** Whether a kind of source is installed, and all of its objects are known. */
  boolean knows(String kind);

  /** Snippets that import a library. */
  Set<ResourceName> usersOfLibrary(ResourceName library);

  /** Snippets that are made of a source, directly or through a library. */
  Set<ResourceName> usersOfSource(String kind, ResourceName source);

  /**
   * Snippets that are not looked after here, are being deleted and carry our finalizer: the
   * installation was narrowed to other namespaces or labels, or their labels were changed. They may
   * belong to another installation, so whoever lets one go first reads from its status whether it
   * was published here.
   */
  default Set<ResourceName> stranded() {
    return Set.of();
  }

  /** Takes in an object that this process has just written. */
  void wrote(KubeObject object);

  /**
   * Makes the writes of a snippet's ExternalArtifact, so that what watches tell of them meanwhile
   * is not taken for somebody else's change.
   */
  default <R> R writing(ResourceName snippet, Supplier<R> writes) {
    return writes.get();
  }
}
