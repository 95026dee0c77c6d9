// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.source;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/**
 * The place of a file below the root of a tree, such as {@code team/main.jsonnet}.
 *
 * <p>Always relative and clean: names separated by single slashes, at least one name, none of them
 * {@code .} or {@code ..}, no NUL. A path alone can therefore never leave its tree.
 *
 * @param text the names joined by slashes
 */
public record TreePath(String text) {

  public TreePath {
    if (!clean(text)) {
      throw new IllegalArgumentException("not a clean relative path: " + text);
    }
  }

  /**
   * Cleans a path that somebody wrote, seen from the root of the tree.
   *
   * @return empty if it is absolute, leaves the root or names the root itself
   */
  public static Optional<TreePath> of(String written) {
    return cleaned(List.of(), written);
  }

  /**
   * Cleans a path that somebody wrote into the file at this path.
   *
   * @return empty if it is absolute, leaves the root or names the root itself
   */
  public Optional<TreePath> sibling(String written) {
    var names = names();
    return cleaned(names.subList(0, names.size() - 1), written);
  }

  /** The path of a file in the folder at this path. */
  public TreePath child(String name) {
    return new TreePath(text + '/' + name);
  }

  /** The names from the root to the file; at least one. */
  public List<String> names() {
    return List.of(text.split("/", -1));
  }

  @Override
  public String toString() {
    return text;
  }

  private static Optional<TreePath> cleaned(List<String> folder, String written) {
    if (written.startsWith("/") || written.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    var names = new ArrayDeque<>(folder);
    for (var name : written.split("/", -1)) {
      if (name.equals("..")) {
        if (names.pollLast() == null) {
          return Optional.empty();
        }
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.addLast(name);
      }
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(new TreePath(String.join("/", names)));
  }

  private static boolean clean(String text) {
    for (var name : text.split("/", -1)) {
      if (name.isEmpty() || name.equals(".") || name.equals("..")) {
        return false;
      }
    }
    return text.indexOf('\0') < 0;
  }
}
