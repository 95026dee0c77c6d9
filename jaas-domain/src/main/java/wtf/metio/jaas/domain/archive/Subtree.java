// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The part of an archive that somebody wants: everything, a folder or a single file.
 *
 * @param path the names joined by slashes; empty for everything
 */
public record Subtree(String path) {

  /** The whole archive. */
  public static final Subtree ALL = new Subtree("");

  /** The part that a user wrote as {@code path}, {@code ./path}, {@code /path} or {@code path/}. */
  public static Subtree of(String written) {
    var names = new ArrayList<String>();
    for (var name : List.of(written.split("/", -1))) {
      if (!name.isEmpty() && !name.equals(".")) {
        names.add(name);
      }
    }
    return new Subtree(String.join("/", names));
  }

  /** What a file is called within this part; empty if it lies elsewhere. */
  public Optional<String> select(String name) {
    if (path.isEmpty()) {
      return Optional.of(name);
    }
    if (name.equals(path)) {
      return Optional.of(name.substring(name.lastIndexOf('/') + 1));
    }
    return name.startsWith(path + '/')
        ? Optional.of(name.substring(path.length() + 1))
        : Optional.empty();
  }
}
