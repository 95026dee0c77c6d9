// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * What can be said about a program before it runs: names that stand for nothing, words that have no
 * meaning where they stand.
 */
@NullMarked
package wtf.metio.jaas.jsonnet.core;

import org.jspecify.annotations.NullMarked;
