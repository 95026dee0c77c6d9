// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * Snippets over HTTP: which program a path means, which arguments a query gives, and how an outcome
 * is answered.
 *
 * <p>Paths, problem documents and messages in the log are a contract with users; {@link Problem}
 * holds the texts.
 */
@NullMarked
package wtf.metio.jaas.app.render;

import org.jspecify.annotations.NullMarked;
