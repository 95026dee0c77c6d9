// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/**
 * What is known of each snippet: for people, in the form in which a cluster shows it, and for the
 * next process, which goes on where this one ended.
 */
@NullMarked
package wtf.metio.jaas.directory.status;

import org.jspecify.annotations.NullMarked;
