// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.tree;

/**
 * Something wrong in a file.
 *
 * @param document counted from one; zero if it concerns the file
 * @param line counted from one; zero if nobody can tell
 * @param field where in the document, such as {@code spec.libraries[2].name}; empty for all of it
 * @param message a sentence without a full stop, or how it goes on behind the field
 */
public record Flaw(int document, int line, String field, String message) {}
