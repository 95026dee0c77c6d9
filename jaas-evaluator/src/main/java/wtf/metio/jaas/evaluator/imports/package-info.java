// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * Where files come from.
 *
 * <p>{@link wtf.metio.jaas.evaluator.imports.TreeImporter} is the one rule by which every program
 * that somebody else wrote finds its imports, and {@link
 * wtf.metio.jaas.evaluator.imports.ConfinedRoot} the one way by which such a program reads this
 * machine's files. {@link wtf.metio.jaas.evaluator.imports.CommandLineImporter} is for people on
 * their own machines.
 */
@NullMarked
package wtf.metio.jaas.evaluator.imports;

import org.jspecify.annotations.NullMarked;
