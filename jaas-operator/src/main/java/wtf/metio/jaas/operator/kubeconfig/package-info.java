// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/**
 * Where the API server is, whom it must prove to be, and what this process shows it.
 *
 * <p>Files that others replace while this process runs, tokens and authorities of a pod, are read
 * again.
 */
@NullMarked
package wtf.metio.jaas.operator.kubeconfig;

import org.jspecify.annotations.NullMarked;
