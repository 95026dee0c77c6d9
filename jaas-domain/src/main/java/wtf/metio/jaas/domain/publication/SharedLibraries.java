// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import java.util.List;
import wtf.metio.jaas.domain.source.FileTree;

/** Libraries that the installation offers to every program. */
public interface SharedLibraries {

  /** The trees to search, the last one first. */
  List<FileTree> searchPath();

  /** Changes whenever a file in one of them may have changed. */
  String revision();

  /** Libraries that stay as they are. */
  record Unchanging(List<FileTree> searchPath) implements SharedLibraries {

    public Unchanging {
      searchPath = List.copyOf(searchPath);
    }

    @Override
    public String revision() {
      return "";
    }
  }
}
