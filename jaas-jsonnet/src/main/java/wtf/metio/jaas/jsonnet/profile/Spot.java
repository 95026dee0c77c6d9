// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile;

/**
 * A position in a file.
 *
 * @param file as messages show it
 * @param line from one
 * @param column in bytes, from one
 */
public record Spot(String file, int line, int column) {

  /** The way messages write it. */
  public String text() {
    return file + ':' + line + ':' + column;
  }
}
