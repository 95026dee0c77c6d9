// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import wtf.metio.jaas.domain.archive.ArchiveLimits;
import wtf.metio.jaas.domain.archive.ArchiveWriter;
import wtf.metio.jaas.domain.archive.EntryName;
import wtf.metio.jaas.domain.archive.Subtree;
import wtf.metio.jaas.domain.source.FileSet;
import wtf.metio.jaas.evaluator.imports.FileProblem;

/** A source on this machine as the archive that a service would fetch. */
final class PackedSource {

  private PackedSource() {}

  /**
   * Packs a folder, without links and hidden files as Flux does, or reads an archive.
   *
   * @param wanted the part that will be looked at; more may be in the archive
   * @throws IOException with a message for the user
   */
  static byte[] archive(Path place, Subtree wanted) throws IOException {
    try {
      return Files.isDirectory(place) ? packed(place, wanted) : bounded(place);
    } catch (FileSystemException problem) {
      throw new IOException(place + ": " + FileProblem.of(problem), problem);
    }
  }

  private static byte[] bounded(Path file) throws IOException {
    long most = ArchiveLimits.DEFAULTS.compressed();
    if (Files.size(file) > most) {
      throw new IOException(file + ": the archive is larger than " + most + " bytes");
    }
    return Files.readAllBytes(file);
  }

  private static byte[] packed(Path folder, Subtree wanted) throws IOException {
    var files = new Collector(folder, wanted.path());
    Files.walkFileTree(folder, files);
    var bytes = new ByteArrayOutputStream();
    ArchiveWriter.write(new FileSet(files.contents), bytes);
    return bytes.toByteArray();
  }

  /** Reads what a service would keep of the folder. */
  private static final class Collector extends SimpleFileVisitor<Path> {

    private final Path root;
    private final Map<String, byte[]> contents = new HashMap<>();
    private final String wanted;
    private long bytes;

    Collector(Path root, String wanted) {
      this.root = root;
      this.wanted = wanted;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean hidden = !folder.equals(root) && String.valueOf(folder.getFileName()).startsWith(".");
      return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      var name = root.relativize(file).toString().replace('\\', '/');
      if (attributes.isRegularFile()
          && (wanted.isEmpty() || name.equals(wanted) || name.startsWith(wanted + '/'))
          && EntryName.consumable(name).filter(name::equals).isPresent()) {
        bytes += attributes.size();
        if (bytes > ArchiveLimits.DEFAULTS.stream()) {
          throw new IOException(
              root + ": the files are larger than " + ArchiveLimits.DEFAULTS.stream() + " bytes");
        }
        contents.put(name, Files.readAllBytes(file));
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
