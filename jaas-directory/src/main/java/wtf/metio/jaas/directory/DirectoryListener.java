// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory;

import java.time.Duration;
import java.util.List;
import wtf.metio.jaas.directory.pass.PassListener;

/** Hears what becomes of a folder and of the snippets in it. Must not block. */
public interface DirectoryListener extends PassListener {

  /**
   * The folder was looked at.
   *
   * @param files with manifests in it
   * @param took from the list of the files to the last one woken
   */
  void looked(int files, Duration took);

  /** What is wrong in the folder is something else than before: a line each, perhaps none. */
  void problems(List<String> problems);
}
