// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.schema;

/**
 * A rule in the language that API servers evaluate.
 *
 * @param expression in the Common Expression Language
 * @param message what the user is told
 */
public record Rule(String expression, String message) {}
