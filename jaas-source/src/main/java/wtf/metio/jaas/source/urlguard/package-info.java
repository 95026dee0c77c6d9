// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * Which addresses may be fetched on behalf of whoever may write a source.
 *
 * <p>Such a person may not see what this process sees: itself, its node, the metadata service of
 * its cloud. An address is therefore judged twice: as it is written, before anything is asked, and
 * as it is dialled, after its name was resolved. Private networks are not protected, since sources
 * live there.
 *
 * <p>Nothing here resolves a name or opens a connection.
 */
@NullMarked
package wtf.metio.jaas.source.urlguard;

import org.jspecify.annotations.NullMarked;
