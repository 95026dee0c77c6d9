// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.schema;

/**
 * Something in a tree that its schema does not allow.
 *
 * @param line counted from one
 * @param field where, such as {@code spec.sourceRef.kind}
 * @param message what is wrong with it, to be put behind the name of the field
 */
public record Finding(int line, String field, String message) {

  /** The message as a sentence. */
  public String sentence() {
    return field.isEmpty() ? message : field + ' ' + message;
  }
}
