// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * Objects of one kind, listed and then watched for as long as the process lives: pages, bookmarks,
 * expired and lost positions, servers that are gone, silent or were set back in time.
 *
 * <p>Knows nothing of what the objects mean. Each feed has a virtual thread of its own, on which
 * its {@link wtf.metio.jaas.operator.feed.Audience} is called.
 */
@NullMarked
package wtf.metio.jaas.operator.feed;

import org.jspecify.annotations.NullMarked;
