// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest;

/**
 * Something wrong in a file.
 *
 * @param place as exactly as it is known
 * @param subject kind, namespace and name of the manifest; empty if it is not known
 * @param field where in the document, such as {@code spec.libraries[2].importPath}; empty for all
 *     of it
 * @param message a sentence without a full stop
 */
public record ManifestProblem(Place place, String subject, String field, String message) {

  /** A line for a reader, beginning with {@code file:line:} as compilers write it. */
  @Override
  public String toString() {
    var where = subject.isEmpty() ? place + ": " : place + ": " + subject + ": ";
    boolean named = field.isEmpty() || message.contains(field);
    return where + (named ? "" : field + ": ") + message;
  }
}
