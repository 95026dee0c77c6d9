// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * Published revisions: what they are called, where they are kept and for how long.
 *
 * <p>The port {@link wtf.metio.jaas.domain.artifact.ArtifactStore} keeps bytes and knows nothing of
 * snippets; which revisions are kept is decided here, once for all stores.
 */
@NullMarked
package wtf.metio.jaas.domain.artifact;

import org.jspecify.annotations.NullMarked;
