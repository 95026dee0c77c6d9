// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import wtf.metio.jaas.domain.source.FileRead;
import wtf.metio.jaas.domain.source.FileTree;
import wtf.metio.jaas.domain.source.TreePath;

/** Files of this machine, for tests whose folder nobody attacks. */
public record PlainFolder(Path folder) implements FileTree {

  @Override
  public String label(TreePath path) {
    return path.text();
  }

  @Override
  public boolean holds(TreePath path) {
    return Files.isRegularFile(folder.resolve(path.text()));
  }

  @Override
  public FileRead read(TreePath path, long maxBytes) {
    try {
      return new FileRead.Content(Files.readAllBytes(folder.resolve(path.text())));
    } catch (NoSuchFileException _) {
      return new FileRead.Absent();
    } catch (IOException _) {
      return new FileRead.Refused("it cannot be read");
    }
  }
}
