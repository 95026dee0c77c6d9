// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/** The service under the load of a generator in another process. */
package wtf.metio.jaas.bench.load;
