// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile;

import org.jspecify.annotations.Nullable;

/**
 * What one piece of a program took.
 *
 * @param name the names around it, from the outermost of its file inwards, with dots between
 * @param spot where it begins; null for what stands in no file
 * @param calls how often it was computed
 * @param selfNanos time in its own code: what it had others compute is not in it
 * @param totalNanos time between its beginnings and its ends; where it calls itself, that of the
 *     outermost call
 * @param steps in its own code
 * @param allocatedBytes taken from the heap by its own code
 */
public record Entry(
    Kind kind,
    String name,
    @Nullable Spot spot,
    long calls,
    long selfNanos,
    long totalNanos,
    long steps,
    long allocatedBytes) {}
