// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * A cluster for tests: a real API server with access rules, and everything that a test needs to
 * fill it, to look into it and to trouble it.
 *
 * <p>Objects are JSON as the server sends it. There is no client library here on purpose: what is
 * tested uses one, and a test must see what it left out.
 */
@NullMarked
package wtf.metio.jaas.testservers.cluster;

import org.jspecify.annotations.NullMarked;
