// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest;

/**
 * Where something stands.
 *
 * @param file as it was called when it was read
 * @param document counted from one; zero if the whole file is meant
 * @param line counted from one; zero if nobody can tell
 */
public record Place(String file, int document, int line) {

  /** The same document, on another line. */
  Place at(int otherLine) {
    return new Place(file, document, otherLine);
  }

  /** {@code file:line}, or as much of it as is known. */
  @Override
  public String toString() {
    return line > 0 ? file + ':' + line : file;
  }
}
