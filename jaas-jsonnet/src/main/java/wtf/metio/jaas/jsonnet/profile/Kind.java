// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile;

/** What time is spent on. */
public enum Kind {
  /** The body of a function of the program, its arguments' expressions included. */
  FUNCTION("functions"),
  /** A function of the standard library. */
  STANDARD("std calls"),
  /** A function of the host. */
  NATIVE("native calls"),
  /** The value of a field. */
  FIELD("fields"),
  /** The value of a variable. */
  VARIABLE("variables"),
  /** The outermost expression of a file. */
  FILE("files"),
  /** Turning a file into a program. */
  PARSING("parsing"),
  /** Finding and reading a file. */
  READING("reading files"),
  /** Writing the value of the program. */
  OUTPUT("writing output");

  private final String title;

  Kind(String title) {
    this.title = title;
  }

  /** How a page calls all of this kind together. */
  public String title() {
    return title;
  }
}
