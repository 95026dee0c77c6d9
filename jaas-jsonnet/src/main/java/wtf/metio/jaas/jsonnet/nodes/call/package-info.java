// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/** Functions and calls of them. */
@NullMarked
package wtf.metio.jaas.jsonnet.nodes.call;

import org.jspecify.annotations.NullMarked;
