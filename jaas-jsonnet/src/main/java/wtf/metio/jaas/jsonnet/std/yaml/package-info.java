// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * YAML 1.1 to values, as {@code std.parseYaml} has it.
 *
 * <p>{@link wtf.metio.jaas.jsonnet.std.yaml.YamlStream} cuts the text into documents. For each of
 * them characters become tokens ({@code Scanner}), tokens become nodes ({@code NodeParser}) and
 * nodes become values ({@code NodeDecoder}). A parser of our own, because programs see what parsers
 * of YAML 1.2 do differently: {@code yes} and {@code 0777}, where a plain scalar ends, and the line
 * in a message. Nesting, aliases and time are bounded: text may come from anywhere.
 */
@NullMarked
package wtf.metio.jaas.jsonnet.std.yaml;

import org.jspecify.annotations.NullMarked;
