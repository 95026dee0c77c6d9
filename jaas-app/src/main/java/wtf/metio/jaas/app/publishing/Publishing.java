// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.publishing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import wtf.metio.jaas.app.lifecycle.Background;
import wtf.metio.jaas.app.settings.Settings;
import wtf.metio.jaas.app.telemetry.Chorus;
import wtf.metio.jaas.app.telemetry.Metrics;
import wtf.metio.jaas.directory.DirectoryListener;
import wtf.metio.jaas.directory.DirectoryOptions;
import wtf.metio.jaas.directory.ManifestDirectory;
import wtf.metio.jaas.directory.pass.World;
import wtf.metio.jaas.directory.status.SnippetStatus;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.evaluator.imports.ConfinedRoot;
import wtf.metio.jaas.work.upkeep.StoreUpkeep;
import wtf.metio.jaas.work.upkeep.UpkeepListener;

/** Publishes what a folder describes, for as long as the service runs. */
public final class Publishing implements Background {

  private final ManifestDirectory directory;
  private final StoreUpkeep upkeep;

  /**
   * Takes the state for this process.
   *
   * @throws wtf.metio.jaas.directory.status.StateTakenException if another process has it
   * @throws java.io.UncheckedIOException if it cannot be kept
   */
  public Publishing(Settings settings, World world, Metrics metrics, Clock clock) {
    var given = settings.directory();
    var folder = Path.of(given.folder());
    directory =
        ManifestDirectory.open(
            new DirectoryOptions(
                folder,
                new ConfinedRoot(folder),
                Path.of(given.statePath()),
                given.removalGrace(),
                given.workers()),
            world,
            Chorus.of(DirectoryListener.class, metrics.directory(), new PublishingLog()));
    upkeep =
        new StoreUpkeep(
            world.store(),
            directory.holdings(),
            Chorus.of(UpkeepListener.class, metrics.upkeep(), new UpkeepLog()),
            clock);
    metrics
        .directory()
        .watch(() -> directory.workload().waiting(), () -> directory.workload().underWay());
  }

  @Override
  public void start(Runnable whenReady) {
    directory.look();
    upkeep.presence();
    directory.start();
    upkeep.start();
    whenReady.run();
  }

  @Override
  public boolean stop(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    boolean ended = directory.stop(patience);
    long left = Math.max(0, end - System.nanoTime());
    return ended & upkeep.stop(Duration.ofNanos(left));
  }

  Collection<SnippetStatus> statuses() {
    return directory.statuses();
  }

  Optional<SnippetStatus> status(ResourceName name) {
    return directory.status(name);
  }

  List<String> problems() {
    return directory.problems();
  }
}
