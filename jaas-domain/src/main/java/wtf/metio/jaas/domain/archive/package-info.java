// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * The archives that revisions are handed out as and sources come in: tar in gzip.
 *
 * <p>Written so that the same files give the same bytes wherever and whenever it is done; read with
 * bounds on everything that an author of an archive could choose.
 */
@NullMarked
package wtf.metio.jaas.domain.archive;

import org.jspecify.annotations.NullMarked;
