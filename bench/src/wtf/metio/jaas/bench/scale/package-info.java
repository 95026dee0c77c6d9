// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/** Whether the cost of a program grows as its work does. */
package wtf.metio.jaas.bench.scale;
