// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/** How long a folder of many snippets takes, and how little if nothing changes. */
package wtf.metio.jaas.bench.publish;
