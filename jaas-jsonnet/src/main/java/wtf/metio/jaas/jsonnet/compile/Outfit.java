// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.compile;

import wtf.metio.jaas.jsonnet.runtime.Library;

/**
 * What a file is compiled with.
 *
 * @param library what {@code std} has
 * @param instruments what watches the program run
 */
public record Outfit(Library library, Instruments instruments) {

  /** A library alone, nobody watching. */
  public static Outfit of(Library library) {
    return new Outfit(library, Instruments.NONE);
  }
}
