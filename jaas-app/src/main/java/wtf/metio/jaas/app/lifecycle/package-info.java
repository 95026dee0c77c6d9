// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * From the first open port to the last closed one: start, signals, draining, the end.
 *
 * <p>{@code Service} tells the whole story; what happens at which signal stands in {@code Signals}.
 */
@NullMarked
package wtf.metio.jaas.app.lifecycle;

import org.jspecify.annotations.NullMarked;
