// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/** Our engine set beside its peers in one table, and what all measurements share. */
package wtf.metio.jaas.bench;
