// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.imports;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import wtf.metio.jaas.domain.source.FileRead;
import wtf.metio.jaas.domain.source.FileTree;
import wtf.metio.jaas.domain.source.TreePath;

/**
 * A folder of this machine that nobody leaves.
 *
 * <p>Links are followed as long as they stay inside the folder, which is what volumes of Kubernetes
 * need ({@code main.jsonnet -> ..data/main.jsonnet}). The way to a file is walked name by name,
 * from the handle of one folder to the next and never through a link, so that somebody who swaps a
 * folder for a link meanwhile gains nothing. The folder itself may be a link and need not exist.
 *
 * <p>Only regular files are read: the type is looked at before a file is opened, since opening a
 * pipe would wait for its other end. Who may create pipes here, at the right moment, can make a
 * read wait.
 */
public final class ConfinedRoot implements FileTree {

  private final Path folder;
  private final String label;

  /** The files below a folder, named in messages as they lie: {@code folder/path}. */
  public ConfinedRoot(Path folder) {
    this(folder, folder.toString());
  }

  /**
   * The files below a folder.
   *
   * @param label stands before the path in messages; empty for none
   */
  public ConfinedRoot(Path folder, String label) {
    this.folder = folder;
    this.label = label;
  }

  @Override
  public String label(TreePath path) {
    if (label.isEmpty()) {
      return path.text();
    }
    return label.endsWith("/") ? label + path : label + '/' + path;
  }

  @Override
  public boolean holds(TreePath path) {
    try (var walk = new ConfinedWalk(folder)) {
      return walk.to(path) == ConfinedWalk.Arrival.FILE;
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public FileRead read(TreePath path, long maxBytes) {
    try (var walk = new ConfinedWalk(folder)) {
      return switch (walk.to(path)) {
        case FILE -> walk.read(maxBytes);
        case FOLDER -> new FileRead.Folder();
        case NOTHING -> new FileRead.Absent();
        case SPECIAL -> new FileRead.Refused("it is neither a file nor a folder");
        case OUTSIDE -> new FileRead.Refused("a link leads out of the folder it may lie in");
        case ENDLESS -> new FileRead.Refused("too many links lead to each other");
      };
    } catch (FileSystemException e) {
      return new FileRead.Refused(FileProblem.of(e));
    } catch (IOException _) {
      return new FileRead.Refused("it cannot be read");
    }
  }
}
