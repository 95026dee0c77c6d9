// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.local;

import java.nio.file.Path;
import wtf.metio.jaas.domain.archive.Subtree;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.publication.SourceFetcher.Location;
import wtf.metio.jaas.domain.publication.SourceFetcher.SourceProblem;
import wtf.metio.jaas.domain.source.FileTree;
import wtf.metio.jaas.domain.source.TreePath;
import wtf.metio.jaas.source.ArtifactAddress;
import wtf.metio.jaas.source.ArtifactSources;
import wtf.metio.jaas.source.NearbyFiles;

/**
 * Folders and archives below one folder, by relative address.
 *
 * <p>Looking where a source is reads what changed since somebody looked last, and nothing else. Any
 * number of threads may look at once.
 */
public final class LocalSources {

  private final ArtifactSources sources;
  private final ArchiveFiles archives;
  private final FolderFiles folders;

  /**
   * Sources below a folder.
   *
   * @param folder need not exist
   * @param files the files of the same folder; what it refuses to read is no part of a source
   * @param sources keeps what was read
   */
  public LocalSources(Path folder, FileTree files, ArtifactSources sources) {
    this.sources = sources;
    this.archives = new ArchiveFiles(files);
    this.folders = new FolderFiles(folder, files);
  }

  /** Whether an address is one of a place on this machine, because it names no scheme. */
  public static boolean isLocal(String url) {
    int colon = url.indexOf(':');
    int slash = url.indexOf('/');
    return !url.isEmpty() && (colon < 0 || slash >= 0 && slash < colon) && !url.startsWith("//");
  }

  /**
   * Looks where a source is.
   *
   * @param address with a {@code url} that names a folder or a {@code .tar.gz} by its path from the
   *     folder; its revision is not looked at
   * @param part the wanted part of it, as its author wrote it; empty for all
   */
  public Location locate(ArtifactAddress address, String part) {
    var path = TreePath.of(address.url());
    if (path.isEmpty()) {
      return problem(address, "it does not lie below the folder of the manifests", Retry.SLOWLY);
    }
    var subtree = Subtree.of(part);
    var digest = address.digest().strip();
    return switch (archives.look(path.get(), digest, subtree)) {
      case Look.Found(var files) -> sources.locate(files);
      case Look.Problem(var message, var retry) -> problem(address, message, retry);
      case Look.NoFile() -> folder(path.get(), address, subtree);
    };
  }

  private Location folder(TreePath path, ArtifactAddress address, Subtree part) {
    if (!address.digest().isBlank()) {
      return problem(address, "a folder has no digest; remove it", Retry.SLOWLY);
    }
    return switch (folders.look(path, part)) {
      case Look.Found(var files) -> sources.locate(files);
      case Look.Problem(var message, var retry) -> problem(address, message, retry);
      case Look.NoFile() -> problem(address, "there is no such file or folder", Retry.WITH_BACKOFF);
    };
  }

  /** What was seen at a place. */
  sealed interface Look {

    record Found(NearbyFiles files) implements Look {}

    record Problem(String message, Retry retry) implements Look {}

    /** Something else may be there. */
    record NoFile() implements Look {}
  }

  private static Location problem(ArtifactAddress address, String message, Retry retry) {
    return new Location.Unavailable(
        new SourceProblem(
            Reason.SOURCE_FETCH_FAILED, "source " + address.url() + ": " + message, retry));
  }
}
