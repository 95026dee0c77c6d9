// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * Programs as trees that run themselves: one class for each kind of node, variables already
 * resolved to slots.
 *
 * <p>Nodes are immutable and shared by all threads. What a node needs of one evaluation comes with
 * the call.
 */
@NullMarked
package wtf.metio.jaas.jsonnet.nodes;

import org.jspecify.annotations.NullMarked;
