// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.evaluation.Program;
import wtf.metio.jaas.domain.source.FileRead;
import wtf.metio.jaas.domain.source.FileTree;
import wtf.metio.jaas.domain.source.TreePath;
import wtf.metio.jaas.jsonnet.imports.Import;
import wtf.metio.jaas.jsonnet.imports.Importer;

/**
 * Finds what a {@link Program} imports, in the order that is written there.
 *
 * <p>A miss in one place is no error as long as another place has the file. A file that is there
 * but cannot be read ends the search: another one of the same name would be a surprise.
 *
 * <p>For one evaluation and its thread.
 */
public final class TreeImporter implements Importer {

  /** What the reference says of a file that is nowhere. */
  static final String NOWHERE = "no match locally or in the Jsonnet library paths";

  /** What Linux takes. */
  private static final int LONGEST_PATH = 4096;

  /** The file that the name of a library or folder alone stands for. */
  static final String MAIN = "main.libsonnet";

  private final Program program;
  private final long maxBytes;
  private final Map<String, Place> places = new HashMap<>();
  private List<String> tried = new ArrayList<>();

  /**
   * An importer for one evaluation.
   *
   * @param maxBytes larger files are refused
   */
  public TreeImporter(Program program, long maxBytes) {
    this.program = program;
    this.maxBytes = maxBytes;
    places.put(program.label(), new Place(program.home(), program.entry()));
  }

  /** Reads the program itself. */
  public Import entry() {
    return found(new Place(program.home(), program.entry()));
  }

  /** Where the file of the last {@link Import.Missing} was looked for, in this order. */
  public List<String> tried() {
    return List.copyOf(tried);
  }

  @Override
  public Import load(String importedFrom, String path) {
    tried = new ArrayList<>();
    if (path.isEmpty()) {
      return new Import.Missing("import path is empty");
    }
    if (path.length() > LONGEST_PATH) {
      return new Import.Missing("import path is too long");
    }
    for (var place : candidates(importedFrom, path)) {
      var answer = look(place);
      if (answer != null) {
        return answer;
      }
    }
    return new Import.Missing(NOWHERE);
  }

  private List<Place> candidates(String importedFrom, String path) {
    var candidates = new ArrayList<Place>();
    // Code given as a variable has no place of its own and imports like the program.
    var origin = places.getOrDefault(importedFrom, new Place(program.home(), program.entry()));
    origin.path().sibling(path).ifPresent(p -> candidates.add(new Place(origin.tree(), p)));
    TreePath.of(path)
        .ifPresent(
            clean -> {
              addLibrary(clean, candidates);
              addSearchPath(clean, candidates);
            });
    return candidates;
  }

  private void addLibrary(TreePath path, List<Place> candidates) {
    var names = path.names();
    var library = program.libraries().get(names.getFirst());
    if (library == null) {
      return;
    }
    var inside = names.size() == 1 ? MAIN : String.join("/", names.subList(1, names.size()));
    candidates.add(new Place(library, new TreePath(inside)));
  }

  private void addSearchPath(TreePath path, List<Place> candidates) {
    boolean alias = path.names().size() == 1;
    for (var tree : program.searchPath().reversed()) {
      candidates.add(new Place(tree, path));
      if (alias) {
        candidates.add(new Place(tree, path.child(MAIN)));
      }
    }
  }

  private @Nullable Import look(Place place) {
    var answer = found(place);
    return answer instanceof Import.Missing ? null : answer;
  }

  private Import found(Place place) {
    tried.add(place.label());
    return switch (place.tree().read(place.path(), maxBytes)) {
      case FileRead.Content(var bytes) -> new Import.Found(name(place), bytes);
      case FileRead.Absent(), FileRead.Folder() -> new Import.Missing(NOWHERE);
      case FileRead.Refused(var reason) ->
          new Import.Unreadable("read " + place.label() + ": " + reason);
    };
  }

  /** The label, made different where two trees would call their files the same. */
  private String name(Place place) {
    var name = place.label();
    for (int i = 2; !place.equals(places.computeIfAbsent(name, _ -> place)); i++) {
      name = place.label() + " (" + i + ')';
    }
    return name;
  }

  /** A file in a tree. */
  private record Place(FileTree tree, TreePath path) {
    String label() {
      return tree.label(path);
    }
  }
}
