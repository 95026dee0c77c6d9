// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.sjsonnet;

import scala.collection.mutable.HashMap;
import sjsonnet.Path;

/**
 * The name of a file as sjsonnet hands it around.
 *
 * <p>An import is asked for with the folder of the importing file, whereas our importers want the
 * file itself; so a folder remembers by which file it was reached.
 *
 * @param name of a file
 * @param folder whether the folder of that file is meant
 */
record SjsonnetPath(String name, boolean folder) implements Path {

  static SjsonnetPath file(String name) {
    return new SjsonnetPath(name, false);
  }

  static SjsonnetPath folder(String name) {
    return new SjsonnetPath(name, true);
  }

  @Override
  public String relativeToString(Path other) {
    return name;
  }

  @Override
  public Path parent() {
    return folder(name);
  }

  @Override
  public int segmentCount() {
    return (int) name.chars().filter(c -> c == '/').count() + 1;
  }

  @Override
  public String last() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  @Override
  public Path $div(String child) {
    return file(name + '/' + child);
  }

  @Override
  public String renderOffsetStr(int offset, HashMap<Path, int[]> lines) {
    return name;
  }
}
