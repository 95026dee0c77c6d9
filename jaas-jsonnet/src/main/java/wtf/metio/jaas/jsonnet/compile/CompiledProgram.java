// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.compile;

import wtf.metio.jaas.jsonnet.nodes.Node;

/**
 * A file, ready to run. Immutable; any number of threads may run it.
 *
 * @param body the outermost expression
 * @param slots size of the file's frame
 */
public record CompiledProgram(Node body, int slots) {}
