// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/** What people are told about objects, as events of the cluster. Telling never holds up a pass. */
@NullMarked
package wtf.metio.jaas.operator.reconcile.event;

import org.jspecify.annotations.NullMarked;
