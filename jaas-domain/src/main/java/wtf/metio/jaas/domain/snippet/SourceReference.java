// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.snippet;

import org.jspecify.annotations.Nullable;

/**
 * A source of files in the cluster.
 *
 * @param apiVersion group and version of its kind
 * @param kind GitRepository, OCIRepository, Bucket or ExternalArtifact
 * @param name of the object
 * @param namespace null for that of whoever refers to it
 * @param path the wanted part of the files, as its author wrote it; empty for all
 */
public record SourceReference(
    String apiVersion, String kind, String name, @Nullable String namespace, String path)
    implements Reference {

  /** What is meant where nobody says. */
  public static final String DEFAULT_API_VERSION = "source.toolkit.fluxcd.io/v1";

  /** The kind that snippets themselves are published as. */
  public static final String EXTERNAL_ARTIFACT = "ExternalArtifact";
}
