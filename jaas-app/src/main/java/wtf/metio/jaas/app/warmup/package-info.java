// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/**
 * A program of our own that the service renders before it says that it is ready, so that the first
 * request does not pay for the compiler of the JVM alone. The start-up caches are trained with the
 * same program.
 */
@NullMarked
package wtf.metio.jaas.app.warmup;

import org.jspecify.annotations.NullMarked;
