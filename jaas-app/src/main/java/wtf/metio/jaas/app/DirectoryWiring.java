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
import java.util.concurrent.ThreadLocalRandom;
import wtf.metio.jaas.app.artifacts.ArtifactPort;
import wtf.metio.jaas.app.artifacts.SweepLoop;
import wtf.metio.jaas.app.publishing.FolderArchives;
import wtf.metio.jaas.app.publishing.Publishing;
import wtf.metio.jaas.app.publishing.StatusHandler;
import wtf.metio.jaas.app.settings.Settings;
import wtf.metio.jaas.app.telemetry.Metrics;
import wtf.metio.jaas.directory.pass.MountedLibraries;
import wtf.metio.jaas.directory.pass.World;
import wtf.metio.jaas.domain.artifact.ArtifactStore;
import wtf.metio.jaas.domain.evaluation.Evaluator;
import wtf.metio.jaas.domain.publication.Policy;
import wtf.metio.jaas.domain.publication.RateLimit;
import wtf.metio.jaas.domain.snippet.SnippetRules;
import wtf.metio.jaas.evaluator.imports.ConfinedRoot;
import wtf.metio.jaas.manifest.format.JsonOutputFormatter;
import wtf.metio.jaas.source.ArtifactSources;
import wtf.metio.jaas.source.SourceSettings;
import wtf.metio.jaas.source.http.Names;
import wtf.metio.jaas.source.local.LocalSources;
import wtf.metio.jaas.work.TokenBuckets;

/** Puts together what publishes a folder of manifests. */
final class DirectoryWiring {

  private final Settings settings;
  private final BuildFacts build;
  private final Clock clock = Clock.systemUTC();

  DirectoryWiring(Settings settings, BuildFacts build) {
    this.settings = settings;
    this.build = build;
  }

  /** Takes the state for this process; to be closed by the caller, before the store. */
  Published published(ArtifactStore store, Evaluator evaluator, Metrics metrics) {
    var storage = settings.storage();
    var sweeping =
        SweepLoop.start(
            store, storage.sweepInterval(), storage.sweepMaxTmpAge(), metrics.storage());
    var downloads = sources(metrics);
    var folder = Path.of(settings.directory().folder());
    var local = new LocalSources(folder, new ConfinedRoot(folder), downloads);
    var sources = new FolderArchives(local, downloads, store);
    var publishing = publishing(store, evaluator, sources, metrics);
    return new Published(
        publishing,
        new StatusHandler(publishing),
        ArtifactPort.of(storage, store, metrics.storage()),
        List.of(sweeping::close, downloads::close));
  }

  private ArtifactSources sources(Metrics metrics) {
    return new ArtifactSources(
        SourceSettings.in(
            Path.of(settings.directory().statePath(), ".sources"),
            settings.publishing().sourceCacheBytes(),
            settings.publishing().sourceRanges()),
        Names.SYSTEM,
        metrics.sources());
  }

  private Publishing publishing(
      ArtifactStore store, Evaluator evaluator, FolderArchives sources, Metrics metrics) {
    var world =
        new World(
            policy(),
            new SnippetRules(settings.externalVariables().byName().keySet(), aliases()),
            sources,
            sources,
            mounts(),
            evaluator,
            new JsonOutputFormatter(),
            store,
            settings.storage().baseUrl(),
            rateLimit(),
            clock,
            () -> ThreadLocalRandom.current().nextDouble());
    return new Publishing(settings, world, metrics, clock);
  }

  private Policy policy() {
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

  private RateLimit rateLimit() {
    var publishing = settings.publishing();
    return publishing.rerendersPerSecond() > 0
        ? new TokenBuckets(publishing.rerendersPerSecond(), publishing.rerenderBurst(), clock)
        : RateLimit.NONE;
  }

  private MountedLibraries mounts() {
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
