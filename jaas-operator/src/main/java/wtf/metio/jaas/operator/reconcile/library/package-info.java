// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/** The status of libraries, from what stands in them and from what their users found. */
@NullMarked
package wtf.metio.jaas.operator.reconcile.library;

import org.jspecify.annotations.NullMarked;
