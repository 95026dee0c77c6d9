// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/**
 * One pass over one snippet of the cluster, as a list of steps, and the one writer of its status.
 */
@NullMarked
package wtf.metio.jaas.operator.reconcile;

import org.jspecify.annotations.NullMarked;
