// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.evaluation.Cancellation;

/**
 * One pass over one snippet.
 *
 * @param before what former passes left
 * @param tenant on whose behalf
 * @param forced whether the program is rendered even if nothing changed
 * @param fence whether this process may publish
 * @param cancellation requested when nobody wants the result any more
 */
public record Task(
    Snippet snippet,
    Ledger before,
    Tenant tenant,
    boolean forced,
    Fence fence,
    Cancellation cancellation) {}
