// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wtf.metio.jaas.directory.catalogue.Catalogue;
import wtf.metio.jaas.directory.catalogue.Shelf;
import wtf.metio.jaas.directory.catalogue.Understanding;
import wtf.metio.jaas.directory.folder.FolderWalk;
import wtf.metio.jaas.directory.folder.FolderWatch;
import wtf.metio.jaas.directory.pass.Outcomes;
import wtf.metio.jaas.directory.pass.Passes;
import wtf.metio.jaas.directory.pass.Statuses;
import wtf.metio.jaas.directory.pass.World;
import wtf.metio.jaas.directory.status.SnippetStatus;
import wtf.metio.jaas.directory.status.StatusFolder;
import wtf.metio.jaas.domain.evaluation.CancellationSwitch;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.manifest.ManifestReader;
import wtf.metio.jaas.work.Lane;
import wtf.metio.jaas.work.WorkQueue;
import wtf.metio.jaas.work.Workers;
import wtf.metio.jaas.work.upkeep.Holdings;

/**
 * Publishes what a folder describes.
 *
 * <p>Opening it takes the state for this process; {@link #look} and {@link #start} begin; {@link
 * #stop} ends. Questions may be asked by any thread at any time.
 */
public final class ManifestDirectory {

  private static final int MOST_FILES = 100_000;

  private final DirectoryOptions options;
  private final World world;
  private final DirectoryListener listener;
  private final StatusFolder state;
  private final Statuses statuses;
  private final WorkQueue<ResourceName> queue;
  private final Passes passes;
  private final Workers<ResourceName> workers;
  private final Shelf shelf;
  private final LooksAround looksAround;
  private final FolderWatch watch = FolderWatch.open();
  private final CancellationSwitch ending = new CancellationSwitch();
  private volatile Catalogue catalogue = Catalogue.empty();
  private volatile boolean mayPublish = true;

  private ManifestDirectory(
      DirectoryOptions options, World world, DirectoryListener listener, StatusFolder state) {
    this.options = options;
    this.world = world;
    this.listener = listener;
    this.state = state;
    statuses = new Statuses(state);
    queue = new WorkQueue<>(world.clock(), ResourceName::namespace, options.workers());
    var outcomes = new Outcomes(world, () -> catalogue, statuses, queue, listener);
    passes =
        new Passes(world, () -> catalogue, statuses, outcomes, listener, ending, () -> mayPublish);
    workers = new Workers<>(queue, passes::run, outcomes::broke);
    shelf =
        new Shelf(
            options.files(),
            new Understanding(new ManifestReader(world.rules()), world.syntax()),
            options.removalGrace(),
            statuses.all().keySet());
    looksAround = new LooksAround(world);
  }

  /**
   * Takes the state for this process.
   *
   * @throws wtf.metio.jaas.directory.status.StateTakenException if another process has it
   * @throws java.io.UncheckedIOException if it cannot be kept there
   */
  public static ManifestDirectory open(
      DirectoryOptions options, World world, DirectoryListener listener) {
    return new ManifestDirectory(options, world, listener, StatusFolder.toWrite(options.state()));
  }

  /** Begins to publish, and to look at the folder again and again. */
  public void start() {
    workers.start("publish", options.workers());
    Thread.ofPlatform().name("manifests").daemon().start(this::watch);
  }

  /**
   * Ends: begins no more passes, gives up evaluations, and lets what is being published be
   * finished.
   *
   * @return whether all passes ended in time
   */
  public boolean stop(Duration patience) throws InterruptedException {
    watch.close();
    ending.cancel();
    boolean ended = workers.stop(patience);
    mayPublish = false;
    state.close();
    return ended;
  }

  /**
   * Looks at the folder now, and wakes those for whom something changed.
   *
   * @return how long until the next look is worth while, without a notice
   */
  public synchronized Duration look() {
    long begin = System.nanoTime();
    var listing =
        new FolderWalk(options.folder(), ManifestDirectory::isManifest, MOST_FILES).list();
    watch.follow(listing.folders());
    shelf.update(listing, world.clock().instant()).ifPresent(this::turnTo);
    statuses.saveAgain();
    looksAround.at(catalogue).forEach(name -> queue.add(name, Lane.CHANGE));
    var took = Duration.ofNanos(System.nanoTime() - begin);
    listener.looked(listing.files().size(), took);
    return Rhythm.pause(took, nextMoment());
  }

  private Optional<Duration> nextMoment() {
    return shelf.isUnsettled()
        ? Optional.of(Rhythm.UNSETTLED)
        : shelf.nextRemoval().map(at -> Duration.between(world.clock().instant(), at));
  }

  private void turnTo(Catalogue now) {
    var before = catalogue;
    catalogue = now;
    now.touchedSince(before).forEach(name -> queue.add(name, lane(now, name)));
    statuses.all().keySet().stream()
        .filter(name -> now.snippet(name).isEmpty() && !shelf.isExpected(name))
        .forEach(name -> queue.add(name, Lane.CHANGE));
    if (!now.problems().equals(before.problems())) {
      listener.problems(now.problems());
    }
  }

  /** After a start most are as the last process left them, and whoever edits one goes first. */
  private Lane lane(Catalogue now, ResourceName name) {
    var digest = statuses.of(name).described().digest();
    return now.snippet(name).filter(it -> it.digest().equals(digest)).isPresent()
        ? Lane.CHECK
        : Lane.CHANGE;
  }

  private void watch() {
    try {
      while (watch.await(look())) {
        // Every look says how long the next pause is.
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isManifest(String path) {
    var name = path.toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }

  /** Takes all turns that are due now, on the calling thread; how many that were. */
  int work() {
    return workers.runDue();
  }

  /** When the next turn is due that waits for its time. */
  Optional<Instant> nextTurn() {
    return queue.nextDue();
  }

  /** Everything that is known of the snippets, by name. */
  public Collection<SnippetStatus> statuses() {
    return List.copyOf(statuses.all().values());
  }

  /** What is known of one snippet; empty if nothing is. */
  public Optional<SnippetStatus> status(ResourceName name) {
    return Optional.ofNullable(statuses.all().get(name));
  }

  /** What is wrong in the folder, a line each. */
  public List<String> problems() {
    return catalogue.problems();
  }

  /** What the store should hold, for whoever looks after it. */
  public Holdings holdings() {
    return new FolderHoldings(statuses, () -> catalogue, queue, passes);
  }

  /** How much there is to do. */
  public WorkQueue.Numbers workload() {
    return queue.numbers();
  }
}
