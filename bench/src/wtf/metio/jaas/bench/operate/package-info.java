// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/**
 * How fast the operator follows a crowd of snippets in a real cluster, and how little it does at
 * rest.
 */
package wtf.metio.jaas.bench.operate;
