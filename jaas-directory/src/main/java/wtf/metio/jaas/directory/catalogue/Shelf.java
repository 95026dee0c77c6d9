// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.directory.catalogue.ShelvedFile.Shelved;
import wtf.metio.jaas.directory.folder.FileStamp;
import wtf.metio.jaas.directory.folder.Listing;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.source.FileRead;
import wtf.metio.jaas.domain.source.FileTree;
import wtf.metio.jaas.domain.source.TreePath;
import wtf.metio.jaas.manifest.ManifestFile;

/**
 * Remembers what is in which file, so that a file is read only after it changed.
 *
 * <p>Nobody is forgotten by mistake: a description that is missing counts until the grace is over,
 * and the grace does not run while anything in the folder cannot be read or nothing is in it at
 * all. For one thread.
 */
public final class Shelf {

  private static final String SNIPPET = "JsonnetSnippet";
  private static final long LARGEST_FILE = 16L << 20;

  private final FileTree folder;
  private final Understanding understanding;
  private final Duration grace;
  private final SortedMap<String, ShelvedFile> files = new TreeMap<>();
  private final Map<Identity, Shelved> known = new HashMap<>();
  private final Map<Identity, Instant> missing = new HashMap<>();
  private final Set<Identity> expected = new HashSet<>();
  private List<String> complaints = List.of();
  private boolean first = true;

  /**
   * An empty shelf.
   *
   * @param folder with the files
   * @param grace how long a description counts after it is gone
   * @param expected snippets that were described when somebody looked last, before the process
   *     began
   */
  public Shelf(
      FileTree folder, Understanding understanding, Duration grace, Set<ResourceName> expected) {
    this.folder = folder;
    this.understanding = understanding;
    this.grace = grace;
    expected.forEach(name -> this.expected.add(new Identity(SNIPPET, name)));
  }

  /**
   * Takes in what changed.
   *
   * @return the new catalogue; empty if nothing at all is different
   */
  public Optional<Catalogue> update(Listing listing, Instant now) {
    boolean changed = readChanged(listing, now);
    var folderProblems =
        listing.problems().stream()
            .map(it -> it.path().isEmpty() ? it.message() : it.path() + ": " + it.message())
            .toList();
    changed |= first || !folderProblems.equals(complaints);
    complaints = folderProblems;
    first = false;
    boolean over = missing.values().stream().anyMatch(since -> isOver(since, now));
    return changed || over ? Optional.of(catalogue(now)) : Optional.empty();
  }

  /** Whether a file was read so soon after a change that another one might not show. */
  public boolean isUnsettled() {
    return files.values().stream().anyMatch(file -> !file.settled());
  }

  /** When the grace of the next one is over who is not described any more. */
  public Optional<Instant> nextRemoval() {
    return missing.values().stream().min(Instant::compareTo).map(since -> since.plus(grace));
  }

  /** Whether a snippet that is not described now may still turn up. */
  public boolean isExpected(ResourceName snippet) {
    return expected.contains(new Identity(SNIPPET, snippet));
  }

  /** Whether nothing is in the way of forgetting those who are not described any more. */
  public boolean isSureOfAbsence() {
    return complaints.isEmpty()
        && !files.isEmpty()
        && files.values().stream().allMatch(ShelvedFile::understood);
  }

  private boolean isOver(Instant since, Instant now) {
    return !since.plus(grace).isAfter(now);
  }

  private boolean readChanged(Listing listing, Instant now) {
    boolean changed = false;
    for (var found : listing.files().entrySet()) {
      var path = found.getKey();
      var file = files.get(path);
      if (file == null || !file.settled() || !file.stamp().equals(found.getValue())) {
        changed |= read(path, found.getValue(), now);
      }
    }
    // What cannot be listed may be there all the same.
    return listing.isWhole()
        ? changed | files.keySet().retainAll(listing.files().keySet())
        : changed;
  }

  private boolean read(String path, FileStamp stamp, Instant now) {
    var before = files.get(path);
    boolean settled = stamp.settled(now);
    var treePath = TreePath.of(path);
    var answer =
        treePath.isEmpty() ? new FileRead.Absent() : folder.read(treePath.get(), LARGEST_FILE);
    switch (answer) {
      case FileRead.Content(var bytes) -> {
        var content = Digest.of(bytes);
        if (before != null && before.content().equals(content)) {
          files.put(path, before.seen(stamp, settled));
          return false;
        }
        files.put(
            path,
            shelved(path, understanding.read(path, bytes), new Seen(stamp, settled, content)));
      }
      case FileRead.Refused(var reason) ->
          files.put(path, unreadable(before, path + ": " + reason, stamp));
      case FileRead.Absent _, FileRead.Folder _ -> {
        return false;
      }
    }
    return !files.get(path).equals(before);
  }

  private record Seen(FileStamp stamp, boolean settled, Digest content) {}

  private ShelvedFile shelved(String path, ManifestFile file, Seen seen) {
    var objects = new ArrayList<>(file.manifests().stream().map(Shelved::of).toList());
    if (!file.complete()) {
      keepOthers(files.get(path), objects);
    }
    return new ShelvedFile(
        seen.stamp(),
        seen.settled(),
        seen.content(),
        objects,
        understanding.problems(path, file),
        file.complete());
  }

  /** Whoever was described in a file may still be in the part that cannot be read. */
  private static void keepOthers(@Nullable ShelvedFile before, List<Shelved> objects) {
    if (before != null) {
      var named = objects.stream().map(Shelved::identity).toList();
      before.objects().stream().filter(it -> !named.contains(it.identity())).forEach(objects::add);
    }
  }

  private static ShelvedFile unreadable(
      @Nullable ShelvedFile before, String problem, FileStamp stamp) {
    List<Shelved> objects = before == null ? List.of() : before.objects();
    var nothing = Digest.of(new byte[0]);
    return new ShelvedFile(stamp, false, nothing, objects, List.of(problem), false);
  }

  private Catalogue catalogue(Instant now) {
    var present = new Present(files);
    present.single().forEach(it -> known.put(it.identity(), it));
    // Of several only the one that was known before counts, or else the first.
    present
        .doubled()
        .forEach((identity, several) -> known.putIfAbsent(identity, several.getFirst()));
    forget(present.identities(), now);
    var problems = new ArrayList<>(complaints);
    files.values().forEach(file -> problems.addAll(file.problems()));
    present.complaints().values().forEach(problems::add);
    var entries = new Catalogue.Entries();
    known.forEach((identity, it) -> Flaws.place(it, present.complaints().get(identity), entries));
    return new Catalogue(entries, problems);
  }

  private void forget(Set<Identity> present, Instant now) {
    missing.keySet().removeAll(present);
    expected.removeAll(present);
    if (isSureOfAbsence()) {
      Stream.concat(known.keySet().stream(), expected.stream())
          .filter(identity -> !present.contains(identity))
          .forEach(identity -> missing.putIfAbsent(identity, now));
      var over =
          missing.entrySet().stream()
              .filter(it -> isOver(it.getValue(), now))
              .map(Map.Entry::getKey)
              .toList();
      over.forEach(known::remove);
      over.forEach(missing::remove);
      over.forEach(expected::remove);
    } else {
      missing.clear();
    }
  }
}
