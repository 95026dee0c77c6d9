// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.evaluation;

/** The value of a variable or argument given from outside. */
public sealed interface Variable {

  /** A string. */
  record Text(String value) implements Variable {}

  /**
   * An expression, evaluated when the program uses it. It imports as if it stood in the root of the
   * program's tree.
   */
  record Code(String source) implements Variable {}
}
