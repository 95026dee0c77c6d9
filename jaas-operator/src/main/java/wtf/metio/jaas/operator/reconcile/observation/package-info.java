// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/** What others hear of passes: what became of them, what they took, what they found out. */
@NullMarked
package wtf.metio.jaas.operator.reconcile.observation;

import org.jspecify.annotations.NullMarked;
