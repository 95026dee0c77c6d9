// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/**
 * The service as a process: how soon it is ready, what it takes, how fast its first answers are.
 */
package wtf.metio.jaas.bench.service;
