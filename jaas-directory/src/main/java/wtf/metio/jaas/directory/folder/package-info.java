// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/**
 * Folders whose files change while somebody looks: what is in them, and when to look again.
 *
 * <p>A folder is listed again and again. Notices of the operating system only say that it is worth
 * while to do so now: they get lost, do not come over networks and know nothing of links.
 */
@NullMarked
package wtf.metio.jaas.directory.folder;

import org.jspecify.annotations.NullMarked;
