// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * Trees of files, whatever they are kept in.
 *
 * <p>A program and its libraries come from folders of this machine, from fields of a custom
 * resource or from an archive. Whoever reads them sees a {@link FileTree} and cannot tell.
 */
@NullMarked
package wtf.metio.jaas.domain.source;

import org.jspecify.annotations.NullMarked;
