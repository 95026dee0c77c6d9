// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * What the families of the standard library share that work on arrays: arrays in the making,
 * elements that wait, strings seen as arrays, and the order of keys.
 */
@NullMarked
package wtf.metio.jaas.jsonnet.std.sequence;

import org.jspecify.annotations.NullMarked;
