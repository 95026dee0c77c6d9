// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/** Our engine set beside its peers in one table. Run as source, see {@code bench/run}. */
package wtf.metio.jaas.bench;
