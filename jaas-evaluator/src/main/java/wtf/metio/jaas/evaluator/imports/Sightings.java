// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.imports;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.source.FileProof;
import wtf.metio.jaas.domain.source.FileRead;
import wtf.metio.jaas.domain.source.TreePath;

/** What is remembered of the files below one folder. Serves any number of threads. */
final class Sightings {

  /** Far more files than programs import; beyond, all are forgotten and read again. */
  private static final int MAX_FILES = 20_000;

  private final Path root;
  private final InstantSource clock;
  private final StampedFileSystems fileSystems = new StampedFileSystems();
  private final Map<TreePath, Sighting> files = new ConcurrentHashMap<>();

  /**
   * Remembers nothing yet.
   *
   * @param clock by which files get their times
   */
  Sightings(Path root, InstantSource clock) {
    this.root = root;
    this.clock = clock;
  }

  /** What is remembered of a path and still true; else null. */
  @Nullable Sighting current(TreePath path) {
    var known = files.get(path);
    return known != null && known.holds() ? known : null;
  }

  /** Begins to look at a path; to be called before anything is read there. */
  Look look(TreePath path) {
    var begin = clock.instant();
    return new Look(path, begin, reliable(path.text(), begin));
  }

  private @Nullable Landmark reliable(String below, Instant begin) {
    Path place;
    try {
      place = root.resolve(below);
    } catch (InvalidPathException _) {
      // A name that the encoding of this machine's files does not know.
      return null;
    }
    var stamp = Stamp.of(place);
    return stamp != null && stamp.settled(begin) && fileSystems.trust(place, stamp, begin)
        ? new Landmark(place, stamp)
        : null;
  }

  private Sighting remember(TreePath path, Sighting sighting) {
    if (files.size() >= MAX_FILES) {
      files.clear();
    }
    files.put(path, sighting);
    return sighting;
  }

  /** A place whose stamp shows every change. */
  private record Landmark(Path place, Stamp stamp) {

    boolean is(@Nullable Object key) {
      return stamp.key().equals(key);
    }
  }

  /** One look at a path, from before it is walked until after. */
  final class Look {

    private final TreePath path;
    private final Instant begin;
    private final @Nullable Landmark file;

    private Look(TreePath path, Instant begin, @Nullable Landmark file) {
      this.path = path;
      this.begin = begin;
      this.file = file;
    }

    /** Remembers what the walk has found, if anything tells when that is not true any more. */
    FileProof sighting(ConfinedWalk walk, FileRead answer) {
      return switch (answer) {
        case FileRead.Content(var content) -> file(walk, content);
        case FileRead.Absent _, FileRead.Folder _ -> noFile(walk.end(), answer);
        case FileRead.Refused _ -> FileProof.NEVER;
      };
    }

    private FileProof file(ConfinedWalk walk, byte[] content) {
      return file != null && file.is(walk.key())
          ? remember(path, Sighting.ofFile(file.place(), file.stamp(), content))
          : FileProof.NEVER;
    }

    // The folder is only known after the walk. Its last change lies before the look began, so it is
    // the same that the walk has seen.
    private FileProof noFile(ConfinedWalk.@Nullable End end, FileRead answer) {
      if (end == null) {
        return FileProof.NEVER;
      }
      var names = String.join("/", path.names().subList(0, end.names()));
      var folder = reliable(names, begin);
      return folder != null && folder.is(end.key())
          ? remember(path, Sighting.ofNoFile(folder.place(), folder.stamp(), answer))
          : FileProof.NEVER;
    }
  }
}
