// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.pass;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wtf.metio.jaas.directory.folder.FileStamp;
import wtf.metio.jaas.directory.folder.FolderWalk;
import wtf.metio.jaas.directory.folder.Listing;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.publication.SharedLibraries;
import wtf.metio.jaas.domain.source.FileRead;
import wtf.metio.jaas.domain.source.FileTree;
import wtf.metio.jaas.domain.source.TreePath;

/**
 * Folders of this machine with libraries for everybody. Their revision is made of the contents, so
 * that the same libraries on another day or volume are the same.
 */
public final class MountedLibraries implements SharedLibraries {

  private static final int MOST_FILES = 100_000;
  private static final long LARGEST_FILE = 64L << 20;

  /** Many passes ask at once. */
  private static final Duration FRESH = Duration.ofSeconds(1);

  /**
   * A folder.
   *
   * @param files of it, as programs read them
   */
  public record Mount(Path folder, FileTree files) {}

  private record Known(FileStamp stamp, boolean settled, String digest) {}

  private final List<Mount> mounts;
  private final InstantSource clock;
  private final Map<String, Known> files = new HashMap<>();
  private Instant lookedAt = Instant.MIN;
  private String revision = "";

  /**
   * Libraries in these folders.
   *
   * @param mounts the last one is searched first
   */
  public MountedLibraries(List<Mount> mounts, InstantSource clock) {
    this.mounts = List.copyOf(mounts);
    this.clock = clock;
  }

  @Override
  public List<FileTree> searchPath() {
    return mounts.stream().map(Mount::files).toList();
  }

  @Override
  public synchronized String revision() {
    var now = clock.instant();
    if (!mounts.isEmpty() && lookedAt.plus(FRESH).isBefore(now)) {
      revision = look(now);
      lookedAt = now;
    }
    return revision;
  }

  private String look(Instant now) {
    var lines = new ArrayList<String>();
    for (int i = 0; i < mounts.size(); i++) {
      var mount = mounts.get(i);
      var listing = new FolderWalk(mount.folder(), _ -> true, MOST_FILES).list();
      lines.add("mount " + i);
      content(mount, i + "/", listing, now, lines);
    }
    return Digest.of(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)).text();
  }

  private void content(
      Mount mount, String prefix, Listing listing, Instant now, List<String> lines) {
    files
        .keySet()
        .removeIf(
            path ->
                path.startsWith(prefix)
                    && !listing.files().containsKey(path.substring(prefix.length())));
    listing
        .files()
        .forEach(
            (path, stamp) -> {
              var known = files.get(prefix + path);
              if (known == null || !known.settled() || !known.stamp().equals(stamp)) {
                known = new Known(stamp, stamp.settled(now), digest(mount.files(), path));
                files.put(prefix + path, known);
              }
              lines.add(path + ' ' + known.digest());
            });
    listing.problems().forEach(problem -> lines.add(problem.toString()));
  }

  private static String digest(FileTree files, String path) {
    return TreePath.of(path)
        .map(
            it ->
                switch (files.read(it, LARGEST_FILE)) {
                  case FileRead.Content(var bytes) -> Digest.of(bytes).text();
                  case FileRead.Absent _ -> "absent";
                  case FileRead.Folder _ -> "folder";
                  case FileRead.Refused(var reason) -> reason;
                })
        .orElse("no path");
  }
}
