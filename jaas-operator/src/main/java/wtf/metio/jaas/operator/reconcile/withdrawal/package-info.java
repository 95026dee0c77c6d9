// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/** The end of a snippet: what was published for it goes, then the snippet may. */
@NullMarked
package wtf.metio.jaas.operator.reconcile.withdrawal;

import org.jspecify.annotations.NullMarked;
