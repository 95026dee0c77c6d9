// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes.call;

import wtf.metio.jaas.jsonnet.nodes.Node;

/**
 * The arguments of a call as written.
 *
 * @param positional those without a name
 * @param names of those with a name
 * @param named their values, in the same order
 */
public record CallArguments(Node[] positional, String[] names, Node[] named) {}
