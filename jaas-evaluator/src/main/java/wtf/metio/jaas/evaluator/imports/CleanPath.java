// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.imports;

import java.util.ArrayDeque;
import java.util.Deque;

/** The shortest way to write a path, found without a look at the files. */
final class CleanPath {

  private CleanPath() {}

  /** The path without empty names, {@code .} and {@code name/..}; {@code .} if nothing is left. */
  static String of(String path) {
    boolean absolute = path.startsWith("/");
    var names = new ArrayDeque<String>();
    for (var name : path.split("/", -1)) {
      add(name, names, absolute);
    }
    var clean = String.join("/", names);
    if (absolute) {
      return '/' + clean;
    }
    return clean.isEmpty() ? "." : clean;
  }

  private static void add(String name, Deque<String> names, boolean absolute) {
    if (name.isEmpty() || name.equals(".")) {
      return;
    }
    if (!name.equals("..")) {
      names.addLast(name);
    } else if (!names.isEmpty() && !names.getLast().equals("..")) {
      names.removeLast();
    } else if (!absolute) {
      names.addLast(name);
    }
  }
}
