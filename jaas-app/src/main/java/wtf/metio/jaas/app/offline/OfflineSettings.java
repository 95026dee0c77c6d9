// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wtf.metio.jaas.domain.evaluation.EvaluationLimits;
import wtf.metio.jaas.domain.publication.Policy;
import wtf.metio.jaas.domain.snippet.SnippetRules;
import wtf.metio.jaas.evaluator.imports.FileProblem;

/**
 * What a user says about the service that a command stands in for.
 *
 * @param libraryPath folders with libraries for everybody, the last one first
 * @param externalVariables that it gives to every program
 * @param sources folders and archives by {@code [kind/][namespace/]name}
 * @param crossNamespace whether snippets may refer to other namespaces
 * @param maxArtifactBytes zero for no bound of its own
 * @param limits of one evaluation
 */
record OfflineSettings(
    List<Path> libraryPath,
    Map<String, String> externalVariables,
    Map<String, String> sources,
    boolean crossNamespace,
    long maxArtifactBytes,
    EvaluationLimits limits) {

  /** What has to do with rules, which every command asks for. */
  static final Set<Option> RULES =
      Set.of(Option.HELP, Option.FILENAME, Option.LIBRARY_PATH, Option.EXT_VAR);

  /** What has to do with rendering, besides. */
  static final Set<Option> RENDERING =
      Set.of(
          Option.SOURCE,
          Option.ALLOW_CROSS_NAMESPACE,
          Option.MAX_STACK,
          Option.TIMEOUT,
          Option.MAX_ARTIFACT_BYTES);

  static OfflineSettings of(Options options) throws WrongUsageException {
    var paths = new ArrayList<Path>();
    for (var name : options.all(Option.LIBRARY_PATH)) {
      paths.add(path(name));
    }
    var sources = options.pairs(Option.SOURCE);
    for (var place : sources.values()) {
      path(place);
    }
    var initial = EvaluationLimits.DEFAULTS;
    long stack = options.number(Option.MAX_STACK, 1, initial.maxStack());
    return new OfflineSettings(
        List.copyOf(paths),
        options.pairs(Option.EXT_VAR),
        sources,
        options.has(Option.ALLOW_CROSS_NAMESPACE),
        options.number(Option.MAX_ARTIFACT_BYTES, 0, 0),
        initial
            .withMaxStack((int) Math.min(stack, Integer.MAX_VALUE))
            .withTimeout(options.duration(Option.TIMEOUT, Duration.ZERO)));
  }

  private static Path path(String name) throws WrongUsageException {
    try {
      return Path.of(name);
    } catch (InvalidPathException _) {
      throw new WrongUsageException("no path can have the name \"" + name + '"');
    }
  }

  /**
   * The rules of that service: a library for everybody is known by the name of its folder.
   *
   * @throws IOException with a message for the user
   */
  SnippetRules rules() throws IOException {
    var aliases = new HashSet<String>();
    for (var root : libraryPath) {
      try (var folders = Files.newDirectoryStream(root, Files::isDirectory)) {
        folders.forEach(folder -> aliases.add(String.valueOf(folder.getFileName())));
      } catch (FileSystemException problem) {
        throw new IOException(root + ": " + FileProblem.of(problem), problem);
      }
    }
    return new SnippetRules(externalVariables.keySet(), aliases);
  }

  Policy policy() {
    return new Policy(
        externalVariables, crossNamespace, Duration.ZERO, maxArtifactBytes, limits, "offline");
  }
}
