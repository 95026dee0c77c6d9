// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import wtf.metio.jaas.domain.archive.Subtree;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.source.FileProof;
import wtf.metio.jaas.domain.source.FileTree;
import wtf.metio.jaas.domain.source.TreePath;
import wtf.metio.jaas.source.local.LocalSources.Look;

/** Folders as sources. */
final class FolderFiles {

  private final Path root;
  private final FileTree files;
  private final Map<Place, Seen> seen = new ConcurrentHashMap<>();

  private record Place(TreePath folder, Subtree part) {}

  /** The revision of a folder, and what tells whether it still is. */
  private record Seen(
      SequencedMap<String, TreePath> files, String revision, List<FileProof> proofs) {

    boolean holds(SequencedMap<String, TreePath> now) {
      return now.equals(files) && proofs.stream().allMatch(FileProof::holds);
    }
  }

  FolderFiles(Path root, FileTree files) {
    this.root = root;
    this.files = files;
  }

  /** Looks at a place. */
  Look look(TreePath folder, Subtree part) {
    Optional<SequencedMap<String, TreePath>> listed;
    try {
      listed = new FolderListing(root, folder, part).files();
    } catch (FolderListing.UnlistableException e) {
      return new Look.Problem(e.reason(), Retry.WITH_BACKOFF);
    }
    if (listed.isEmpty()) {
      return new Look.NoFile();
    }
    var place = new Place(folder, part);
    var known = seen.get(place);
    return known != null && known.holds(listed.get())
        ? found(place, listed.get(), known.revision())
        : read(place, listed.get());
  }

  private Look read(Place place, SequencedMap<String, TreePath> listed) {
    var proofs = new ArrayList<FileProof>();
    var hash = new FolderHash();
    for (var file : listed.entrySet()) {
      var read = files.readWithProof(file.getValue(), FolderHash.LARGEST_FILE);
      proofs.add(read.proof());
      var objection = hash.add(file.getKey(), read.answer());
      if (objection.isPresent()) {
        return new Look.Problem(objection.get(), Retry.SLOWLY);
      }
    }
    var revision = hash.end();
    seen.put(place, new Seen(listed, revision, proofs));
    return found(place, listed, revision);
  }

  private Look found(Place place, SequencedMap<String, TreePath> listed, String revision) {
    return new Look.Found(new CopiedFiles("source " + place.folder(), files, listed, revision));
  }
}
