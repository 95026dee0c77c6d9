// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/**
 * Engines in a process that stays: each main renders one program many times and prints the time of
 * every render in microseconds, as {@code tools/warm} does for go-jsonnet.
 */
package wtf.metio.jaas.bench.warm;
