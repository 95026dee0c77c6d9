// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/** How fast stored archives are served, beside nginx. */
package wtf.metio.jaas.bench.serve;
