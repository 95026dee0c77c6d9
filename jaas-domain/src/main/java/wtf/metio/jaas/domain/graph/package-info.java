// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/** Which snippet is built from which, and what that leads to. */
@NullMarked
package wtf.metio.jaas.domain.graph;

import org.jspecify.annotations.NullMarked;
