// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.local;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.SequencedMap;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.publication.SourceFetcher.SourceProblem;
import wtf.metio.jaas.domain.source.FileRead;
import wtf.metio.jaas.domain.source.FileTree;
import wtf.metio.jaas.domain.source.TreePath;
import wtf.metio.jaas.source.NearbyFiles;
import wtf.metio.jaas.source.cache.Pack;

/**
 * Files of a folder that are copied, if they still are what they were.
 *
 * @param listed where each file lies, by the name it has in the source, in order
 * @param revision what {@link FolderHash} said of them
 */
record CopiedFiles(
    String label, FileTree files, SequencedMap<String, TreePath> listed, String revision)
    implements NearbyFiles {

  @Override
  public Optional<SourceProblem> pack(Pack pack) {
    var hash = new FolderHash();
    for (var file : listed.entrySet()) {
      var read = files.read(file.getValue(), FolderHash.LARGEST_FILE);
      var objection = hash.add(file.getKey(), read);
      if (objection.isPresent()) {
        return problem(objection.get());
      }
      if (read instanceof FileRead.Content(var bytes)) {
        add(pack, file.getKey(), bytes);
      }
    }
    return hash.end().equals(revision)
        ? Optional.empty()
        : problem("its files changed while they were read");
  }

  private static void add(Pack pack, String name, byte[] bytes) {
    try {
      pack.add(name, new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new IllegalStateException("the listing counts files, and memory can be read", e);
    }
  }

  private Optional<SourceProblem> problem(String message) {
    return Optional.of(
        new SourceProblem(Reason.SOURCE_FETCH_FAILED, label + ": " + message, Retry.WITH_BACKOFF));
  }
}
