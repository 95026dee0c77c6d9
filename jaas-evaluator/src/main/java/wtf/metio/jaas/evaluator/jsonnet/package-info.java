// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/** The adapter on the engine of this project, which keeps every promise of the port. */
@NullMarked
package wtf.metio.jaas.evaluator.jsonnet;

import org.jspecify.annotations.NullMarked;
