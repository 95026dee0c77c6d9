// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.yaml;

/**
 * A place in a document.
 *
 * @param index code points from the beginning
 * @param line counted from zero
 * @param column code points from the beginning of the line
 */
record Mark(int index, int line, int column) {}
