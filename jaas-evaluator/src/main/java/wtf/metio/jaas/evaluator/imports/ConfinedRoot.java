// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.imports;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.InstantSource;
import wtf.metio.jaas.domain.source.FileProof;
import wtf.metio.jaas.domain.source.FileQuestion;
import wtf.metio.jaas.domain.source.FileRead;
import wtf.metio.jaas.domain.source.FileTree;
import wtf.metio.jaas.domain.source.ProvenRead;
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
 *
 * <p>A file that was read once is not read again as long as its {@link Stamp} stays and somebody
 * still has its content. One that changed a moment before it was read has no stamp to rely on: it
 * is read again and compared until it has, and so is every file on a file system whose stamps are
 * not to be trusted.
 */
public final class ConfinedRoot implements FileTree {

  private final Path folder;
  private final String label;
  private final Sightings sightings;

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
    this(folder, label, InstantSource.system());
  }

  /**
   * The files below a folder.
   *
   * @param clock by which files get their times
   */
  ConfinedRoot(Path folder, String label, InstantSource clock) {
    this.folder = folder;
    this.label = label;
    this.sightings = new Sightings(folder, clock);
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
    var known = sightings.current(path);
    if (known != null) {
      return known.isFile();
    }
    try (var walk = new ConfinedWalk(folder)) {
      return walk.to(path) == ConfinedWalk.Arrival.FILE;
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public FileRead read(TreePath path, long maxBytes) {
    return readWithProof(path, maxBytes).answer();
  }

  @Override
  public ProvenRead readWithProof(TreePath path, long maxBytes) {
    var question = new FileQuestion(this, path, maxBytes);
    var known = sightings.current(path);
    var answer = known == null ? null : known.answer(maxBytes);
    return known == null || answer == null ? readAnew(question) : proven(question, answer, known);
  }

  private ProvenRead readAnew(FileQuestion question) {
    // Begun before anything is read: whatever changes from now on shows.
    var look = sightings.look(question.path());
    try (var walk = new ConfinedWalk(folder)) {
      var answer = answer(walk, question);
      return proven(question, answer, look.sighting(walk, answer));
    } catch (IOException _) {
      return proven(question, new FileRead.Refused("it cannot be read"), FileProof.NEVER);
    }
  }

  // Not to hash what has a proof of its own: a file that was only touched is worth an evaluation.
  private static ProvenRead proven(FileQuestion question, FileRead answer, FileProof proof) {
    boolean alone = answer instanceof FileRead.Content && proof instanceof Sighting;
    return new ProvenRead(answer, alone ? proof : FileProof.byReading(question, answer, proof));
  }

  private static FileRead answer(ConfinedWalk walk, FileQuestion question) throws IOException {
    try {
      return switch (walk.to(question.path())) {
        case FILE -> walk.read(question.maxBytes());
        case FOLDER -> new FileRead.Folder();
        case NOTHING -> new FileRead.Absent();
        case SPECIAL -> new FileRead.Refused("it is neither a file nor a folder");
        case OUTSIDE -> new FileRead.Refused("a link leads out of the folder it may lie in");
        case ENDLESS -> new FileRead.Refused("too many links lead to each other");
      };
    } catch (FileSystemException e) {
      return new FileRead.Refused(FileProblem.of(e));
    }
  }
}
