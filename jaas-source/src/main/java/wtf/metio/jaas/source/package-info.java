// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * Brings the files of sources that somebody else publishes.
 *
 * <p>Who knows where an archive is, by its address, revision and digest, hands that in at {@link
 * wtf.metio.jaas.source.ArtifactSources} and gets a tree of files. An archive is downloaded and
 * unpacked once for all who use it.
 */
@NullMarked
package wtf.metio.jaas.source;

import org.jspecify.annotations.NullMarked;
