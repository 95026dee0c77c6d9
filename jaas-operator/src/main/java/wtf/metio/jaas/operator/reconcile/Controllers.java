// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.evaluation.CancellationSwitch;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.reconcile.library.LibraryBook;
import wtf.metio.jaas.operator.reconcile.library.LibraryListener;
import wtf.metio.jaas.operator.reconcile.library.LibraryPasses;
import wtf.metio.jaas.operator.reconcile.observation.ReconcileListener;
import wtf.metio.jaas.operator.reconcile.pass.Memory;
import wtf.metio.jaas.operator.reconcile.pass.SnippetPasses;
import wtf.metio.jaas.operator.reconcile.pass.Term;
import wtf.metio.jaas.operator.resource.SnippetResource;
import wtf.metio.jaas.operator.watch.Cluster;
import wtf.metio.jaas.operator.watch.ClusterListener;
import wtf.metio.jaas.work.Lane;
import wtf.metio.jaas.work.WorkQueue;
import wtf.metio.jaas.work.upkeep.Holdings;

/**
 * Has passes made whenever something changed or it is time, as long as this process is the one that
 * writes. Any thread may call at any time; between terms changes are not listened to, as a new term
 * looks at everything.
 */
public final class Controllers implements ClusterListener {

  /** So much is looked at in one go of what happens to a library. */
  private static final Duration LIBRARY_PAUSE = Duration.ofSeconds(1);

  private final Parts parts;
  private final int workers;
  private final ReconcileListener snippetListener;
  private final LibraryListener libraryListener;
  private final InstantSource clock;
  private volatile @Nullable Running running;

  /**
   * What controllers are made of.
   *
   * @param book that the passes over snippets write and those over libraries read
   */
  public record Parts(
      Cluster cluster, SnippetPasses snippets, LibraryPasses libraries, LibraryBook book) {}

  /**
   * Controllers that wait for a term.
   *
   * @param workers how many snippets are looked at at the same time
   */
  public Controllers(
      Parts parts,
      int workers,
      ReconcileListener snippetListener,
      LibraryListener libraryListener,
      InstantSource clock) {
    this.parts = parts;
    this.workers = workers;
    this.snippetListener = snippetListener;
    this.libraryListener = libraryListener;
    this.clock = clock;
  }

  /**
   * A term begins: everything is looked at, first what changed while nobody looked.
   *
   * @param fence of the lease
   */
  public void begin(Fence fence) {
    var now = prepare(fence);
    now.snippets().start("reconcile");
    now.libraries().start("libraries");
  }

  /** All of {@link #begin} but the threads. */
  synchronized Running prepare(Fence fence) {
    var open = new AtomicBoolean(true);
    var ending = new CancellationSwitch();
    Fence ours = () -> open.get() && fence.open();
    var memory = new Memory();
    var libraries =
        new ControlLoop(
            new LibraryReconciler(parts.libraries(), ours, clock),
            1,
            clock,
            libraryListener::broke);
    var snippets = snippets(new Term(ours, ending, memory));
    parts.book().clear();
    var now = new Running(memory, snippets, libraries, open, ending);
    running = now;
    parts.book().tell(name -> libraries.addSoon(name, Lane.CHECK, LIBRARY_PAUSE));
    parts.cluster().snippets().forEach(name -> snippets.add(name, lane(name)));
    snippets.add(parts.cluster().stranded(), Lane.CHECK);
    libraries.add(parts.cluster().libraries(), Lane.CHECK);
    return now;
  }

  private ControlLoop snippets(Term term) {
    return new ControlLoop(
        new SnippetReconciler(
            parts.snippets(),
            term,
            users -> ifRunning(it -> it.snippets().add(users, Lane.CHANGE)),
            clock),
        workers,
        clock,
        snippetListener::broke);
  }

  private Lane lane(ResourceName name) {
    return parts.cluster().snippet(name).filter(Controllers::isAsBefore).isPresent()
        ? Lane.CHECK
        : Lane.CHANGE;
  }

  private static boolean isAsBefore(SnippetResource snippet) {
    return snippet.object().generation() == snippet.status().observedGeneration()
        && !snippet.object().isLeaving();
  }

  /**
   * The term is over, or is to be: begins no more passes, gives up evaluations and downloads, drops
   * what is not announced yet, and waits for what is.
   *
   * @return whether all passes ended in time; those that did not cannot announce anything any more
   */
  public synchronized boolean end(Duration patience) throws InterruptedException {
    var ended = running;
    running = null;
    parts.book().tell(name -> {});
    return ended == null || ended.end(patience);
  }

  @Override
  public void snippetChanged(ResourceName snippet) {
    ifRunning(it -> it.snippets().add(snippet, Lane.CHANGE));
  }

  @Override
  public void snippetStranded(ResourceName snippet) {
    snippetChanged(snippet);
  }

  @Override
  public void libraryChanged(ResourceName library) {
    ifRunning(
        it -> {
          it.snippets().add(parts.cluster().usersOfLibrary(library), Lane.CHANGE);
          it.libraries().add(library, Lane.CHANGE);
        });
  }

  @Override
  public void sourceChanged(String kind, ResourceName source) {
    ifRunning(it -> it.snippets().add(parts.cluster().usersOfSource(kind, source), Lane.CHANGE));
  }

  @Override
  public void publishedChanged(ResourceName snippet) {
    ifRunning(it -> it.snippets().add(snippet, Lane.CHANGE));
  }

  /** What the store should hold, for whoever looks after it. */
  public Holdings holdings() {
    return new ClusterHoldings(parts.cluster(), () -> Optional.ofNullable(running));
  }

  /** How much there is to do with snippets; nothing between terms. */
  public WorkQueue.Numbers workload() {
    var now = running;
    return now == null ? new WorkQueue.Numbers(0, 0) : now.snippets().numbers();
  }

  /** Makes all passes that are due now, on the calling thread; how many that were. */
  int work() {
    var now = running;
    return now == null ? 0 : now.snippets().runDue() + now.libraries().runDue();
  }

  /** When the next pass is due that waits for its time. */
  Optional<Instant> nextTurn() {
    var now = running;
    return now == null
        ? Optional.empty()
        : Stream.of(now.snippets().nextDue(), now.libraries().nextDue())
            .flatMap(Optional::stream)
            .min(Instant::compareTo);
  }

  private void ifRunning(Consumer<Running> action) {
    var now = running;
    if (now != null) {
      action.accept(now);
    }
  }
}
