// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/**
 * Changes to our own objects, made only to what was judged: a change of somebody else in between is
 * seen, never overwritten.
 */
@NullMarked
package wtf.metio.jaas.operator.reconcile.writing;

import org.jspecify.annotations.NullMarked;
