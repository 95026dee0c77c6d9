// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.resource;

import wtf.metio.jaas.domain.snippet.ResourceName;

/**
 * A source of Flux, or an ExternalArtifact of anybody, as the cluster describes it.
 *
 * @param kind GitRepository, OCIRepository, Bucket or ExternalArtifact
 * @param resourceVersion as of when
 * @param url of the archive; empty if there is none yet
 * @param revision of its content; empty if nobody says
 * @param digest of the archive; empty if nobody says
 * @param unready why it cannot be used now, in the words of the contract; empty if it can
 */
public record SourceResource(
    String kind,
    ResourceName name,
    String resourceVersion,
    String url,
    String revision,
    String digest,
    String unready) {}
