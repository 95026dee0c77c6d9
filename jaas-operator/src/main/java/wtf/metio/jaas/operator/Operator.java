// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import wtf.metio.jaas.domain.artifact.BaseUrl;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.publication.Ports;
import wtf.metio.jaas.domain.snippet.Origin;
import wtf.metio.jaas.operator.feed.FeedOptions;
import wtf.metio.jaas.operator.flux.ArtifactPublisher;
import wtf.metio.jaas.operator.flux.ClusterLibraries;
import wtf.metio.jaas.operator.flux.FluxSources;
import wtf.metio.jaas.operator.flux.Permissions;
import wtf.metio.jaas.operator.kube.KubeConnection;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.leader.LeaderElection;
import wtf.metio.jaas.operator.leader.Leadership;
import wtf.metio.jaas.operator.reconcile.Controllers;
import wtf.metio.jaas.operator.reconcile.event.EventPost;
import wtf.metio.jaas.operator.reconcile.library.LibraryBook;
import wtf.metio.jaas.operator.reconcile.library.LibraryPasses;
import wtf.metio.jaas.operator.reconcile.pass.PassOptions;
import wtf.metio.jaas.operator.reconcile.pass.SnippetPasses;
import wtf.metio.jaas.operator.reconcile.pass.World;
import wtf.metio.jaas.operator.reconcile.writing.LibraryStatusWriter;
import wtf.metio.jaas.operator.resource.LibraryResource;
import wtf.metio.jaas.operator.resource.ResourceReading;
import wtf.metio.jaas.operator.tenant.Tenants;
import wtf.metio.jaas.operator.watch.WatchHealth;
import wtf.metio.jaas.operator.watch.WatchOptions;
import wtf.metio.jaas.operator.watch.Watches;
import wtf.metio.jaas.work.WorkQueue;
import wtf.metio.jaas.work.upkeep.StoreUpkeep;

/**
 * Looks after the snippets of a cluster, from {@link #start} to {@link #stop}.
 *
 * <p>Every replica watches and looks after its store; the one that leads writes.
 */
public final class Operator {

  private static final Duration LOOK = Duration.ofMillis(20);

  /** What is being announced may be finished; the fence cuts off the rest. */
  private static final Duration ANNOUNCING = Duration.ofSeconds(1);

  /** The last events may be brought in the end. */
  private static final Duration EVENTS = Duration.ofSeconds(5);

  private final KubeConnection connection;
  private final OperatorListeners listeners;
  private final Watches watches;
  private final EventPost events;
  private final Controllers controllers;
  private final StoreUpkeep upkeep;
  private final LeaderElection election;
  private volatile boolean stopped;

  /** Puts everything together; nothing is asked before {@link #start}. */
  public Operator(
      KubeConnection connection,
      OperatorOptions options,
      OperatorWorld world,
      OperatorListeners listeners) {
    this.connection = connection;
    this.listeners = listeners;
    var relay = new Relay();
    watches =
        new Watches(
            connection.watches(),
            new WatchOptions(
                options.namespaces(), options.labelSelector(), FeedOptions.DEFAULT, world.chance()),
            world.rules(),
            relay,
            listeners.watches());
    events = new EventPost(connection.api(), options.identity(), world.clock(), listeners.events());
    controllers = controllers(options, world);
    relay.to(controllers);
    upkeep =
        new StoreUpkeep(world.store(), controllers.holdings(), listeners.upkeep(), world.clock());
    election =
        options
            .election()
            .map(lease -> LeaderElection.over(connection, lease, world.clock()))
            .orElseGet(LeaderElection::none);
  }

  private Controllers controllers(OperatorOptions options, OperatorWorld world) {
    var cluster = watches.cluster();
    var tenants = new Tenants(connection.api(), connection::as, world.clock(), listeners.tenants());
    var base = new BaseUrl(options.baseUrl());
    var permissions = new Permissions(world.clock());
    var reading = new ResourceReading(world.rules());
    var publisher = new ArtifactPublisher(cluster, tenants, base, world.clock());
    var ports =
        new Ports(
            cluster,
            new FluxSources(cluster, tenants, world.archives(), base, permissions),
            new ClusterLibraries(
                cluster,
                tenants,
                permissions,
                object -> reading.library(object).orElseGet(() -> unclear(object))),
            world.shared(),
            world.evaluator(),
            world.formatter(),
            world.store(),
            publisher,
            world.rateLimit(),
            world.clock());
    var book = new LibraryBook();
    var snippets =
        new SnippetPasses(
            new World(
                world.policy(),
                world.rules(),
                ports,
                cluster,
                connection.api(),
                tenants,
                publisher::withdraw,
                publisher,
                events,
                book,
                world.chance()),
            new PassOptions(
                options.defaultServiceAccount(),
                base,
                PassOptions.USUAL_DEADLINE,
                options.withdrawalPatience()),
            listeners.snippets());
    var libraries =
        new LibraryPasses(
            cluster,
            book,
            world.syntax(),
            new LibraryStatusWriter(connection.api(), cluster, world.clock()),
            events,
            listeners.libraries());
    return new Controllers(
        new Controllers.Parts(cluster, snippets, libraries, book),
        options.workers(),
        listeners.snippets(),
        listeners.libraries(),
        world.clock());
  }

  /** Nothing that the API server keeps has no name; if it ever has, it is a library of nothing. */
  private static LibraryResource unclear(KubeObject object) {
    return new LibraryResource(object, new Origin.Unclear(), List.of());
  }

  /**
   * Begins; returns at once. An API server that is away is waited for.
   *
   * @param onSynced called once, when this process knows the cluster and has looked whether
   *     everything that is advertised is in the store
   */
  public void start(Runnable onSynced) {
    watches.start();
    events.start();
    Thread.ofVirtual().name("operator-start").start(() -> campaign(onSynced));
  }

  private void campaign(Runnable onSynced) {
    while (!watches.isSynced()) {
      if (stopped) {
        return;
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
    upkeep.presence();
    upkeep.start();
    synchronized (this) {
      if (!stopped) {
        election.start(leadership(), listeners.election());
        onSynced.run();
      }
    }
  }

  private Leadership leadership() {
    return new Leadership() {
      @Override
      public void begin(Fence fence) {
        controllers.begin(fence);
      }

      @Override
      public void end() {
        try {
          controllers.end(ANNOUNCING);
        } catch (InterruptedException _) {
          Thread.currentThread().interrupt();
        }
      }
    };
  }

  /**
   * Ends: begins no more passes, lets go of the lease as soon as nothing is being announced, then
   * brings the last events and ends the watches.
   *
   * @return whether all of it ended in time
   */
  public boolean stop(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    synchronized (this) {
      stopped = true;
    }
    election.stop();
    boolean ended = upkeep.stop(left(end));
    // Nobody waits for events; a server that hangs must not make a failure of the end.
    events.stop(shorter(EVENTS, left(end)));
    watches.close();
    connection.close();
    return ended;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration left(long end) {
    return Duration.ofNanos(Math.max(1, end - System.nanoTime()));
  }

  /** How well the cluster is known. */
  public WatchHealth health() {
    return watches.health();
  }

  /** How much there is to do. */
  public WorkQueue.Numbers workload() {
    return controllers.workload();
  }
}
