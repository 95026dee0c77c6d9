// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sources of all modules as they lie in the checkout. */
public final class SourceTree {

  /** The root of the checkout; tests run in the folder of their module. */
  static final Path CHECKOUT = Path.of("").toAbsolutePath().getParent();

  private static final Path SOURCES = Path.of("src", "main", "java");

  private SourceTree() {}

  /** All packages that hold a type, by name. */
  static List<String> packages() {
    return modules().stream().flatMap(module -> packagesBelow(module.resolve(SOURCES))).toList();
  }

  /**
   * Whether a package or a class of this name, given from the root package on, has been written.
   */
  static boolean has(String room) {
    String path = (Rooms.ROOT + "." + room).replace('.', '/');
    return modules().stream()
        .map(module -> module.resolve(SOURCES))
        .anyMatch(
            sources ->
                Files.exists(sources.resolve(path))
                    || Files.exists(sources.resolve(path + ".java")));
  }

  /** The folders of the modules that have sources. */
  public static List<Path> modules() {
    try (Stream<Path> folders = Files.list(CHECKOUT)) {
      return folders.filter(folder -> Files.isDirectory(folder.resolve(SOURCES))).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> packagesBelow(Path sources) {
    try (Stream<Path> tree = Files.walk(sources)) {
      return tree
          .filter(SourceTree::isType)
          .map(file -> sources.relativize(file.getParent()).toString().replace('/', '.'))
          .distinct()
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isType(Path file) {
    return file.toString().endsWith(".java") && !file.endsWith("package-info.java");
  }
}
