// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * Manifests: descriptions of snippets, libraries and sources in files, as they would be given to a
 * cluster.
 *
 * <p>{@link wtf.metio.jaas.manifest.ManifestReader} is the door. Whatever is wrong with a manifest
 * is found in one go and told with its place, so that an author has to ask once only.
 */
@NullMarked
package wtf.metio.jaas.manifest;

import org.jspecify.annotations.NullMarked;
