// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import wtf.metio.jaas.app.settings.Settings;
import wtf.metio.jaas.app.telemetry.Metrics;
import wtf.metio.jaas.directory.pass.MountedLibraries;
import wtf.metio.jaas.domain.evaluation.SyntaxCheck;
import wtf.metio.jaas.domain.publication.Policy;
import wtf.metio.jaas.domain.publication.RateLimit;
import wtf.metio.jaas.domain.snippet.SnippetRules;
import wtf.metio.jaas.evaluator.imports.ConfinedRoot;
import wtf.metio.jaas.source.ArtifactSources;
import wtf.metio.jaas.source.SourceSettings;
import wtf.metio.jaas.source.http.Names;
import wtf.metio.jaas.work.TokenBuckets;

/** What publishing needs, whoever describes the snippets. */
record PublishingParts(Settings settings, BuildFacts build, SyntaxCheck syntax, Clock clock) {

  /** Downloads, kept in a folder; to be closed by the caller. */
  ArtifactSources sources(Path folder, Metrics metrics) {
    return new ArtifactSources(
        SourceSettings.in(
            folder, settings.publishing().sourceCacheBytes(), settings.publishing().sourceRanges()),
        Names.SYSTEM,
        metrics.sources());
  }

  /** What an installation forbids on top of the rules for all. */
  SnippetRules rules() {
    return new SnippetRules(settings.externalVariables().byName().keySet(), aliases());
  }

  Policy policy() {
    var publishing = settings.publishing();
    return new Policy(
        settings.externalVariables().byName(),
        publishing.crossNamespace(),
        publishing.grace(),
        publishing.maxArtifactBytes(),
        settings.evaluation().limits(),
        String.join(
            " ",
            settings.evaluation().engine(),
            build.version(),
            build.commit(),
            build.language()));
  }

  RateLimit rateLimit() {
    var publishing = settings.publishing();
    return publishing.rerendersPerSecond() > 0
        ? new TokenBuckets(publishing.rerendersPerSecond(), publishing.rerenderBurst(), clock)
        : RateLimit.NONE;
  }

  MountedLibraries mounts() {
    return new MountedLibraries(
        libraryPaths().stream()
            .map(folder -> new MountedLibraries.Mount(folder, new ConfinedRoot(folder)))
            .toList(),
        clock);
  }

  /** A library of the installation is not hidden by one of a snippet. */
  private Set<String> aliases() {
    var aliases = new HashSet<String>();
    for (var folder : libraryPaths()) {
      try (var entries = Files.newDirectoryStream(folder)) {
        for (var entry : entries) {
          if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            aliases.add(String.valueOf(entry.getFileName()));
          }
        }
      } catch (IOException | DirectoryIteratorException _) {
        // The start has said so already.
        continue;
      }
    }
    return aliases;
  }

  private List<Path> libraryPaths() {
    return settings.snippets().libraryPaths().stream().map(Path::of).toList();
  }
}
