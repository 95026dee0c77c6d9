// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * The examples that people try first: each is requested and rendered, and gives what its page says.
 */
@NullMarked
package wtf.metio.jaas.app.examples;

import org.jspecify.annotations.NullMarked;
