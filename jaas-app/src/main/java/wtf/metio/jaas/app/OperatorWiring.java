// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.app.artifacts.ArtifactPort;
import wtf.metio.jaas.app.artifacts.SweepLoop;
import wtf.metio.jaas.app.operating.ClusterLog;
import wtf.metio.jaas.app.operating.Operating;
import wtf.metio.jaas.app.operating.SnippetLog;
import wtf.metio.jaas.app.operating.StoreArchives;
import wtf.metio.jaas.app.probes.ManagementHandler;
import wtf.metio.jaas.app.publishing.UpkeepLog;
import wtf.metio.jaas.app.settings.Settings;
import wtf.metio.jaas.app.telemetry.Chorus;
import wtf.metio.jaas.app.telemetry.ClusterMetrics;
import wtf.metio.jaas.app.telemetry.Metrics;
import wtf.metio.jaas.app.telemetry.OperatorMetrics;
import wtf.metio.jaas.app.telemetry.UpkeepMetrics;
import wtf.metio.jaas.app.telemetry.spans.TracedPasses;
import wtf.metio.jaas.app.telemetry.spans.Tracing;
import wtf.metio.jaas.domain.artifact.ArtifactStore;
import wtf.metio.jaas.domain.evaluation.Evaluator;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.manifest.format.JsonOutputFormatter;
import wtf.metio.jaas.operator.Operator;
import wtf.metio.jaas.operator.OperatorListeners;
import wtf.metio.jaas.operator.OperatorOptions;
import wtf.metio.jaas.operator.OperatorWorld;
import wtf.metio.jaas.operator.kube.KubeConnection;
import wtf.metio.jaas.operator.kube.KubeOptions;
import wtf.metio.jaas.operator.leader.LeaderListener;
import wtf.metio.jaas.operator.leader.LeaseOptions;
import wtf.metio.jaas.operator.reconcile.event.EventListener;
import wtf.metio.jaas.operator.reconcile.observation.ReconcileListener;
import wtf.metio.jaas.operator.tenant.TenantListener;
import wtf.metio.jaas.operator.watch.WatchListener;
import wtf.metio.jaas.source.ArtifactSources;
import wtf.metio.jaas.work.upkeep.UpkeepListener;

/** Puts together what publishes the snippets of a cluster. */
final class OperatorWiring {

  /** What events can carry. */
  private static final int LONGEST_IDENTITY = 128;

  private final Settings settings;
  private final PublishingParts parts;
  private final BuildFacts build;
  private final Runnable giveUp;

  /**
   * Puts nothing together yet.
   *
   * @param giveUp has the process end with a failure
   */
  OperatorWiring(Settings settings, PublishingParts parts, BuildFacts build, Runnable giveUp) {
    this.settings = settings;
    this.parts = parts;
    this.build = build;
    this.giveUp = giveUp;
  }

  /** Asks nobody for anything yet; to be closed by the caller, before the store. */
  Published published(ArtifactStore store, Evaluator evaluator, Metrics metrics, Tracing tracing) {
    var storage = settings.storage();
    var sweeping =
        SweepLoop.start(
            store, storage.sweepInterval(), storage.sweepMaxTmpAge(), metrics.storage());
    var downloads = parts.sources(Path.of(settings.operator().cachePath(), ".sources"), metrics);
    var operator = operator(store, evaluator, downloads, metrics, tracing);
    return new Published(
        Operating.of(operator, giveUp),
        ManagementHandler::notFound,
        ArtifactPort.of(storage, store, metrics.storage()),
        List.of(sweeping::close, downloads::close));
  }

  private Operator operator(
      ArtifactStore store,
      Evaluator evaluator,
      ArtifactSources downloads,
      Metrics metrics,
      Tracing tracing) {
    var cluster = metrics.cluster();
    var passes = metrics.operator();
    var connection =
        KubeConnection.open(
            KubeOptions.of(settings.operator().kubeconfig(), build.version()), cluster);
    var world =
        new OperatorWorld(
            parts.policy(),
            parts.rules(),
            new StoreArchives(downloads, store),
            parts.mounts(),
            evaluator,
            new JsonOutputFormatter(),
            store,
            parts.rateLimit(),
            parts.syntax(),
            parts.clock(),
            () -> ThreadLocalRandom.current().nextDouble());
    var operator =
        new Operator(
            connection, options(), world, listeners(passes, cluster, metrics.upkeep(), tracing));
    passes.watch(
        () -> operator.workload().waiting(),
        () -> operator.workload().underWay(),
        settings.operator().workers());
    return operator;
  }

  private OperatorOptions options() {
    var given = settings.operator();
    var identity = identity();
    return new OperatorOptions(
        given.namespaces(),
        given.labelSelector(),
        given.defaultServiceAccount(),
        settings.storage().baseUrl(),
        given.maxWithdrawWait(),
        given.workers(),
        identity,
        lease(identity));
  }

  private @Nullable LeaseOptions lease(String identity) {
    var election = settings.operator().election();
    return election.isWanted()
        ? LeaseOptions.usual(new ResourceName(election.namespace(), election.lease()), identity)
        : null;
  }

  /** Another one for each start: a process must not take itself for the one before it. */
  private static String identity() {
    var host = System.getenv().getOrDefault("HOSTNAME", "jaas");
    var identity = host + '_' + UUID.randomUUID();
    return identity.substring(Math.max(0, identity.length() - LONGEST_IDENTITY));
  }

  private OperatorListeners listeners(
      OperatorMetrics passes, ClusterMetrics cluster, UpkeepMetrics upkeep, Tracing tracing) {
    var log = new ClusterLog();
    var snippets = new SnippetLog();
    var told = Chorus.of(ReconcileListener.class, snippets, new TracedPasses(tracing));
    return new OperatorListeners(
        Chorus.of(ReconcileListener.class, passes, told),
        snippets.libraries(),
        Chorus.of(WatchListener.class, passes, log),
        Chorus.of(TenantListener.class, cluster, log),
        Chorus.of(EventListener.class, cluster, log),
        Chorus.of(
            LeaderListener.class, cluster.election(settings.operator().election().lease()), log),
        Chorus.of(UpkeepListener.class, upkeep, new UpkeepLog()));
  }
}
