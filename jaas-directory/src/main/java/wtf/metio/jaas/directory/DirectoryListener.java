// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory;

import java.util.List;
import wtf.metio.jaas.directory.pass.PassListener;

/** Hears what becomes of a folder and of the snippets in it. Must not block. */
public interface DirectoryListener extends PassListener {

  /** What is wrong in the folder is something else than before: a line each, perhaps none. */
  void problems(List<String> problems);
}
