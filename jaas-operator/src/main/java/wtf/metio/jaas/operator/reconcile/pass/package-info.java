// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/** One pass over one snippet of the cluster, as a list of steps. */
@NullMarked
package wtf.metio.jaas.operator.reconcile.pass;

import org.jspecify.annotations.NullMarked;
