// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/**
 * What an API server is asked, by whom, and what it answers. Objects are JSON: a field that nobody
 * here knows is no error.
 */
@NullMarked
package wtf.metio.jaas.operator.kube;

import org.jspecify.annotations.NullMarked;
