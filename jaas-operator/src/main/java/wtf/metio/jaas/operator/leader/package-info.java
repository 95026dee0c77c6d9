// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/** Which of several replicas writes, and how it gives that up. */
@NullMarked
package wtf.metio.jaas.operator.leader;

import org.jspecify.annotations.NullMarked;
