// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * The functions of mathematics, with the same last bit everywhere.
 *
 * <p>A program's output shows seventeen digits, so that two libraries which differ in the last bit
 * of a sine produce different documents. {@link java.lang.StrictMath} differs from the language's
 * reference in up to three of ten results. What is here follows the same published methods as the
 * reference, operation by operation: Cephes for the circular functions, fdlibm for the logarithm,
 * the Taylor series of Shibata's "Efficient evaluation methods of elementary functions" for the
 * exponential. An operation must not be rearranged, however harmless that looks.
 *
 * <p>Nothing here fails: a result that does not exist is NaN, one that is too large is infinite.
 * Everything is static, without state, and may be called from any thread.
 */
@NullMarked
package wtf.metio.jaas.jsonnet.math;

import org.jspecify.annotations.NullMarked;
