// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.pass;

import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.evaluation.Cancellation;

/**
 * The time in which this process is the one that writes.
 *
 * @param fence closed when the term is over
 * @param cancellation requested when the term is over
 * @param memory of what happened in this term: what another process did before or after is no
 *     matter of it
 */
public record Term(Fence fence, Cancellation cancellation, Memory memory) {}
