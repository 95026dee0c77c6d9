// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.diagnostics;

/**
 * Where code stands: its file and the function, object or local around it.
 *
 * @param source the file
 * @param name as traces show it, such as {@code function <f>}
 */
public record Context(SourceText source, String name) {}
