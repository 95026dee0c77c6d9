// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import wtf.metio.jaas.app.artifacts.ArtifactPort;
import wtf.metio.jaas.app.artifacts.SweepLoop;
import wtf.metio.jaas.app.publishing.FolderArchives;
import wtf.metio.jaas.app.publishing.Publishing;
import wtf.metio.jaas.app.publishing.StatusHandler;
import wtf.metio.jaas.app.settings.Settings;
import wtf.metio.jaas.app.telemetry.Metrics;
import wtf.metio.jaas.directory.pass.World;
import wtf.metio.jaas.domain.artifact.ArtifactStore;
import wtf.metio.jaas.domain.evaluation.Evaluator;
import wtf.metio.jaas.evaluator.imports.ConfinedRoot;
import wtf.metio.jaas.manifest.format.JsonOutputFormatter;
import wtf.metio.jaas.source.local.LocalSources;

/** Puts together what publishes a folder of manifests. */
final class DirectoryWiring {

  private final Settings settings;
  private final PublishingParts parts;

  DirectoryWiring(Settings settings, PublishingParts parts) {
    this.settings = settings;
    this.parts = parts;
  }

  /** Takes the state for this process; to be closed by the caller, before the store. */
  Published published(ArtifactStore store, Evaluator evaluator, Metrics metrics) {
    var storage = settings.storage();
    var sweeping =
        SweepLoop.start(
            store, storage.sweepInterval(), storage.sweepMaxTmpAge(), metrics.storage());
    var downloads = parts.sources(Path.of(settings.directory().statePath(), ".sources"), metrics);
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

  private Publishing publishing(
      ArtifactStore store, Evaluator evaluator, FolderArchives sources, Metrics metrics) {
    var world =
        new World(
            parts.policy(),
            parts.rules(),
            sources,
            sources,
            parts.mounts(),
            evaluator,
            new JsonOutputFormatter(),
            store,
            settings.storage().baseUrl(),
            parts.rateLimit(),
            parts.syntax(),
            parts.clock(),
            () -> ThreadLocalRandom.current().nextDouble());
    return new Publishing(settings, world, metrics, parts.clock());
  }
}
