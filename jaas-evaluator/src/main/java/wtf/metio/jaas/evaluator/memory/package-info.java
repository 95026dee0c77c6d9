// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * The memory that evaluations share.
 *
 * <p>Nobody can say what one program holds; but who took most can be told, and when the heap is
 * full after a collection, that one ends.
 */
@NullMarked
package wtf.metio.jaas.evaluator.memory;

import org.jspecify.annotations.NullMarked;
