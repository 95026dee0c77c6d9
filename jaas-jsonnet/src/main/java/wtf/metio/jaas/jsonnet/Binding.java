// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet;

/** What a variable or argument given from outside stands for. */
public sealed interface Binding {

  /** A string. */
  record Text(String value) implements Binding {}

  /** A program, parsed and evaluated when the variable is used. */
  record Code(String source) implements Binding {}
}
