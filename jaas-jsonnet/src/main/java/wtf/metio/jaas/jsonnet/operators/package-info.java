// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * What the operators of the language do to values; shared by the nodes of a program and by the
 * standard library, which has functions for most of them.
 */
@NullMarked
package wtf.metio.jaas.jsonnet.operators;

import org.jspecify.annotations.NullMarked;
