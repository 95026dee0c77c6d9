// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.folder;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was in a folder.
 *
 * @param files by their paths below the root, names separated by slashes
 * @param folders that were looked into, the root among them
 * @param problems with what could not be looked at
 */
public record Listing(
    SortedMap<String, FileStamp> files, List<Path> folders, List<FolderProblem> problems) {

  public Listing {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    folders = List.copyOf(folders);
    problems = List.copyOf(problems);
  }

  /** Whether a file that is not in here is not in the folder either. */
  public boolean isWhole() {
    return problems.isEmpty();
  }
}
