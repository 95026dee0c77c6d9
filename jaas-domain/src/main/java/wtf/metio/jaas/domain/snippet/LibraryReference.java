// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.snippet;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A library that a snippet imports.
 *
 * @param kind JsonnetLibrary
 * @param name of the library
 * @param namespace null for that of the snippet
 * @param importPath the name by which the program imports it; null for the name of the library
 */
public record LibraryReference(
    String kind, String name, @Nullable String namespace, @Nullable String importPath)
    implements Reference {

  /** The only kind there is. */
  public static final String KIND = "JsonnetLibrary";

  /** The name by which the program imports it. */
  public String alias() {
    return Optional.ofNullable(importPath).filter(path -> !path.isEmpty()).orElse(name);
  }
}
