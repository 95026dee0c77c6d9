// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.publishing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.TreeMap;
import wtf.metio.jaas.directory.pass.DescribedSources;
import wtf.metio.jaas.directory.pass.MemorySource;
import wtf.metio.jaas.domain.archive.ArchiveLimits;
import wtf.metio.jaas.domain.archive.ArchiveReader;
import wtf.metio.jaas.domain.archive.Subtree;
import wtf.metio.jaas.domain.archive.Unpacked;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.publication.SourceFetcher.Delivery;
import wtf.metio.jaas.domain.publication.SourceFetcher.Location;
import wtf.metio.jaas.domain.publication.SourceFetcher.SourceProblem;
import wtf.metio.jaas.domain.source.FileRead;
import wtf.metio.jaas.domain.source.FileSet;
import wtf.metio.jaas.domain.source.FileTree;
import wtf.metio.jaas.domain.source.TreePath;
import wtf.metio.jaas.manifest.Manifest.SourceManifest;
import wtf.metio.jaas.source.ArtifactAddress;
import wtf.metio.jaas.source.ArtifactSources;

/**
 * Sources whose archives lie among the manifests, or on other servers. An address without a scheme
 * is a path from the root of the folder.
 */
public final class FolderArchives implements DescribedSources {

  private final FileTree folder;
  private final ArtifactSources downloads;
  private final ArchiveLimits limits = ArchiveLimits.DEFAULTS;

  /** Archives in a folder, and those that are downloaded. */
  public FolderArchives(FileTree folder, ArtifactSources downloads) {
    this.folder = folder;
    this.downloads = downloads;
  }

  @Override
  public Location locate(SourceManifest source, String path) {
    var label = source.kind() + ' ' + source.metadata().name();
    if (!source.unready().isEmpty()) {
      return unavailable(
          new SourceProblem(
              Reason.SOURCE_NOT_READY, label + ": " + source.unready(), Retry.WITH_BACKOFF));
    }
    return source.url().contains("://")
        ? downloads.locate(
            new ArtifactAddress(source.url(), source.revision(), source.digest()), path)
        : local(source, label, path);
  }

  private Location local(SourceManifest source, String label, String path) {
    var place = TreePath.of(source.url());
    if (place.isEmpty()) {
      return refused(label, "its address is no path in the folder of manifests");
    }
    return switch (folder.read(place.get(), limits.compressed())) {
      case FileRead.Content(var bytes) -> found(source, label, path, bytes);
      case FileRead.Absent _ -> refused(label, "its archive is not in the folder of manifests");
      case FileRead.Folder _ -> refused(label, "its address is a folder, not an archive");
      case FileRead.Refused(var reason) -> refused(label, reason);
    };
  }

  private Location found(SourceManifest source, String label, String path, byte[] archive) {
    var digest = Digest.of(archive).text();
    return source.digest().isEmpty() || source.digest().equals(digest)
        ? new Location.Found(digest + ' ' + path, _ -> unpacked(label, path, archive))
        : refused(label, "its archive has another digest than its description says");
  }

  private Delivery unpacked(String label, String path, byte[] archive) {
    var files = new TreeMap<String, byte[]>();
    try {
      var outcome =
          new ArchiveReader(limits)
              .read(
                  new ByteArrayInputStream(archive),
                  Subtree.of(path),
                  (name, content) -> files.put(name, content.readAllBytes()));
      return switch (outcome) {
        case Unpacked.Complete _ ->
            new Delivery.Delivered(new MemorySource(label, new FileSet(files)));
        case Unpacked.Refused(_, var message) -> new Delivery.Undelivered(problem(label, message));
      };
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
  }

  private static Location refused(String label, String reason) {
    return unavailable(problem(label, reason));
  }

  private static Location unavailable(SourceProblem problem) {
    return new Location.Unavailable(problem);
  }

  private static SourceProblem problem(String label, String reason) {
    return new SourceProblem(Reason.SOURCE_FETCH_FAILED, label + ": " + reason, Retry.SLOWLY);
  }
}
