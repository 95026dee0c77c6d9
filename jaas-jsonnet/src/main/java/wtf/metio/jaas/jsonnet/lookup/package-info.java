// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * Finds the fields of objects that consist of very many layers, without walking through the layers.
 *
 * <p>A program that folds a list into an object lays one layer on top of another, and may look at
 * every object on the way. Everything here is immutable and shares nearly all it holds with what it
 * was made from, so that each of these objects costs about the same, however deep it is.
 */
@NullMarked
package wtf.metio.jaas.jsonnet.lookup;

import org.jspecify.annotations.NullMarked;
