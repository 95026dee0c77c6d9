// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench.warm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import scala.Option;
import sjsonnet.Importer;
import sjsonnet.Path;
import sjsonnet.ResolvedFile;
import sjsonnet.StaticResolvedFile;

/** Imports for sjsonnet, from memory once they have been read. */
final class SjsonnetFiles extends Importer {

  private final RenderLoop loop;
  private final Map<String, ResolvedFile> contents = new HashMap<>();
  private final Map<String, Option<Path>> places = new HashMap<>();

  SjsonnetFiles(RenderLoop loop) {
    this.loop = loop;
  }

  @Override
  public Option<Path> resolve(Path from, String path) {
    var name = ((Place) from).name();
    return places.computeIfAbsent(name + '\n' + path, _ -> place(name, path));
  }

  private Option<Path> place(String from, String path) {
    return Option.apply(
        loop.found(from, path).map(file -> new Place(file.toString(), false)).orElse(null));
  }

  @Override
  public Option<ResolvedFile> read(Path file) {
    return Option.apply(
        contents.computeIfAbsent(
            ((Place) file).name(),
            name -> {
              try {
                return new StaticResolvedFile(Files.readString(java.nio.file.Path.of(name)));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }));
  }

  /** A file, or the folder of a file, which sjsonnet asks with. */
  record Place(String name, boolean folder) implements Path {

    @Override
    public String relativeToString(Path other) {
      return name;
    }

    @Override
    public Path parent() {
      return new Place(name, true);
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
      return new Place(name + '/' + child, false);
    }

    @Override
    public String renderOffsetStr(int offset, scala.collection.mutable.HashMap<Path, int[]> lines) {
      return name;
    }
  }
}
