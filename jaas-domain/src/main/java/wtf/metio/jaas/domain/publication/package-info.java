// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * The use case: from a description of a snippet to an archive that others can fetch.
 *
 * <p>{@link wtf.metio.jaas.domain.publication.PublishSnippet} is the list of steps. Whoever drives
 * it - a folder of manifests, a cluster - brings the ports and keeps the {@link
 * wtf.metio.jaas.domain.publication.Ledger} of each snippet.
 */
@NullMarked
package wtf.metio.jaas.domain.publication;

import org.jspecify.annotations.NullMarked;
