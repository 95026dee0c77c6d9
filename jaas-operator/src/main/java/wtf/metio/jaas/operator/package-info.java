// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * The door for a cluster: looks after the snippets of an API server.
 *
 * <p>Nothing here decides what publishing means; that is the domain's. Objects travel as JSON, so
 * that a field nobody knows yet harms nobody.
 */
@NullMarked
package wtf.metio.jaas.operator;

import org.jspecify.annotations.NullMarked;
