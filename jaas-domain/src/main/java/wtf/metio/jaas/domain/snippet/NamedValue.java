// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.snippet;

/**
 * A variable or argument for a program.
 *
 * @param value a text, or an expression if {@code code} is true
 */
public record NamedValue(String name, String value, boolean code) {}
