// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.archive;

/**
 * A member of a tar.
 *
 * @param name as it stands there
 * @param file whether it is a regular file; everything else has no content
 * @param size of its content
 */
record TarEntry(String name, boolean file, long size) {}
