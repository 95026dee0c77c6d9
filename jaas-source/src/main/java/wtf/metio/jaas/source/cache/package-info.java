// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * What was fetched, kept on disk for all who use it.
 *
 * <p>Archives and the trees unpacked from them lie in one folder that belongs to this process
 * alone, bounded in bytes; what is in use is never removed. Work for the same thing is done once,
 * for however many wait for it.
 */
@NullMarked
package wtf.metio.jaas.source.cache;

import org.jspecify.annotations.NullMarked;
