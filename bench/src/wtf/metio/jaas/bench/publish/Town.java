// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A folder of manifests with its store, on disk. */
final class Town implements AutoCloseable {

  private static final String SNIPPET =
      """
      apiVersion: jaas.metio.wtf/v1
      kind: JsonnetSnippet
      metadata:
        name: s%d
      spec:
        files:
          main.jsonnet: |
            local lib = import 'lib/main.libsonnet';
            lib.dashboard(%d) { tags: ['a', 'b', 'c'] }
        libraries:
          - kind: JsonnetLibrary
            name: %s
            importPath: lib
      """;

  private static final String LIBRARY =
      """
      apiVersion: jaas.metio.wtf/v1
      kind: JsonnetLibrary
      metadata:
        name: %s
      spec:
        files:
          main.libsonnet: |
            {
              version:: %d,
              dashboard(n):: {
                title: 'Dashboard %%d' %% n,
                version: $.version,
                panels: [{ id: i, title: 'Panel ' + i, expr: 'sum(rate(x[5m]))' } for i in std.range(1, 8)],
              },
            }
      """;

  final Path folder;
  final Path manifests;
  final Path storage;
  final Path state;

  Town(Path parent) throws IOException {
    folder = Files.createTempDirectory(parent, "publish");
    manifests = Files.createDirectory(folder.resolve("manifests"));
    storage = folder.resolve("storage");
    state = folder.resolve("state");
  }

  /** Describes snippets, of which so many use one library and the others another one. */
  void describe(int snippets, int users) throws IOException {
    library("few", 1);
    library("many", 1);
    for (int i = 0; i < snippets; i++) {
      Files.writeString(
          manifests.resolve("s" + i + ".yaml"),
          SNIPPET.formatted(i, i, i < users ? "few" : "many"));
    }
  }

  void library(String name, int version) throws IOException {
    var beside = manifests.resolve("." + name);
    Files.writeString(beside, LIBRARY.formatted(name, version));
    Files.move(
        beside, manifests.resolve("library-" + name + ".yaml"), StandardCopyOption.ATOMIC_MOVE);
  }

  /** When each file in the state and in the store was written. */
  Map<Path, FileTime> written() {
    var written = new HashMap<Path, FileTime>();
    for (var root : List.of(state, storage)) {
      visit(root, (file, attributes) -> written.put(file, attributes.lastModifiedTime()));
    }
    return written;
  }

  /** When each status was written. */
  List<FileTime> statuses() {
    var times = new ArrayList<FileTime>();
    visit(
        state,
        (file, attributes) -> {
          if (file.toString().endsWith(".json")) {
            times.add(attributes.lastModifiedTime());
          }
        });
    times.sort(Comparator.naturalOrder());
    return times;
  }

  private interface Visit {
    void file(Path file, BasicFileAttributes attributes);
  }

  private static void visit(Path root, Visit visit) {
    if (!Files.exists(root)) {
      return;
    }
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (!isHidden(file)) {
                visit.file(file, attributes);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isHidden(Path path) {
    return String.valueOf(path.getFileName()).startsWith(".");
  }

  @Override
  public void close() throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
