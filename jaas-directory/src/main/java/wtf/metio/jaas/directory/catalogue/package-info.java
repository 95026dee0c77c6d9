// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/**
 * Who is described in a folder of manifests, and who is built from whom.
 *
 * <p>{@link wtf.metio.jaas.directory.catalogue.Shelf} reads the files that changed and makes a
 * {@link wtf.metio.jaas.directory.catalogue.Catalogue}, which never changes: whoever works with one
 * sees the folder as it was at one moment.
 */
@NullMarked
package wtf.metio.jaas.directory.catalogue;

import org.jspecify.annotations.NullMarked;
