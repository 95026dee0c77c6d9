// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import wtf.metio.jaas.app.lifecycle.Service;
import wtf.metio.jaas.app.lifecycle.Signals;
import wtf.metio.jaas.app.probes.ProbeState;
import wtf.metio.jaas.app.settings.Settings;
import wtf.metio.jaas.app.telemetry.Metrics;
import wtf.metio.jaas.app.telemetry.spans.SpanCounts;
import wtf.metio.jaas.app.telemetry.spans.Tracing;
import wtf.metio.jaas.app.warmup.WarmUp;
import wtf.metio.jaas.domain.artifact.ArtifactStore;
import wtf.metio.jaas.domain.evaluation.Evaluator;
import wtf.metio.jaas.evaluator.EvaluationEngine;
import wtf.metio.jaas.evaluator.EvaluationThreads;
import wtf.metio.jaas.evaluator.GatedEvaluator;
import wtf.metio.jaas.evaluator.Permits;
import wtf.metio.jaas.evaluator.Turns;
import wtf.metio.jaas.evaluator.caching.CachingEvaluator;
import wtf.metio.jaas.evaluator.jsonnet.JsonnetEngine;
import wtf.metio.jaas.evaluator.memory.HeapGuard;
import wtf.metio.jaas.evaluator.natives.TankaFunctions;
import wtf.metio.jaas.evaluator.sjsonnet.SjsonnetEngine;
import wtf.metio.jaas.jsonnet.Engine;

/** Puts the service together. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  ApplicationAvailabilityAutoConfiguration.class,
  AvailabilityProbesAutoConfiguration.class,
  HealthContributorRegistryAutoConfiguration.class,
  HealthEndpointAutoConfiguration.class
})
class ServiceWiring {

  private static final String OUR_ENGINE = "jaas";
  private static final Duration IDLE_THREAD = Duration.ofSeconds(30);

  @Bean
  BuildFacts buildFacts() {
    return BuildFacts.ofThisBuild();
  }

  @Bean
  Permits permits(Settings settings) {
    int maximum = settings.evaluation().maxConcurrent();
    var queue = settings.queue();
    return maximum == 0
        ? Permits.withoutGate(Runtime.getRuntime().availableProcessors())
        : Permits.queueingBeyond(maximum, queue.maximum(), queue.timeout());
  }

  @Bean
  HeapGuard heapGuard() {
    return new HeapGuard();
  }

  @Bean
  EvaluationEngine engine(Settings settings, HeapGuard guard) {
    return settings.evaluation().engine().equals(OUR_ENGINE)
        ? new JsonnetEngine(
            new Engine(TankaFunctions.all(), settings.caches().programBytes()),
            guard,
            new Turns(Runtime.getRuntime().availableProcessors()))
        : new SjsonnetEngine();
  }

  @Bean
  SpanCounts spanCounts() {
    return new SpanCounts();
  }

  @Bean
  Tracing tracing(Settings settings, BuildFacts build, SpanCounts counts) {
    return Tracing.of(settings.tracing(), build.version(), counts);
  }

  @Bean
  CachingEvaluator evaluator(
      Settings settings, EvaluationEngine engine, Permits permits, Metrics metrics) {
    var gate =
        new GatedEvaluator(
            engine, permits, new EvaluationThreads(IDLE_THREAD), metrics.evaluations());
    var evaluator = new CachingEvaluator(gate, settings.caches().resultBytes());
    metrics.watchCaches(engine, evaluator);
    return evaluator;
  }

  @Bean
  Metrics metrics(Permits permits, HeapGuard guard, SpanCounts spans, BuildFacts build) {
    return new Metrics(permits, guard, spans, build.labels());
  }

  @Bean
  ProbeState probeState(ApplicationContext context) {
    return new ProbeState(
        ready ->
            AvailabilityChangeEvent.publish(
                context,
                ready ? ReadinessState.ACCEPTING_TRAFFIC : ReadinessState.REFUSING_TRAFFIC));
  }

  @Bean
  Published published(
      Settings settings,
      BuildFacts build,
      EvaluationEngine engine,
      CachingEvaluator evaluator,
      Metrics metrics,
      Tracing tracing,
      ObjectProvider<ArtifactStore> store,
      Signals signals) {
    if (!settings.publishes()) {
      return Published.NOTHING;
    }
    var parts = new PublishingParts(settings, build, engine.syntax(), Clock.systemUTC());
    return settings.operator().enabled()
        ? new OperatorWiring(settings, parts, build, signals::giveUp)
            .published(store.getObject(), evaluator, metrics, tracing)
        : new DirectoryWiring(settings, parts).published(store.getObject(), evaluator, metrics);
  }

  @Bean
  Service service(
      Settings settings,
      BuildFacts build,
      Evaluator evaluator,
      Metrics metrics,
      Tracing tracing,
      ProbeState state,
      Signals signals,
      HealthEndpoint health,
      Published published) {
    var ports =
        new Ports(settings, state)
            .all(build, new ActuatorHealth(health), evaluator, metrics, tracing, published);
    var lifecycle = settings.lifecycle();
    // sjsonnet is a program of others that has nothing in common with ours.
    boolean isOurs = settings.evaluation().engine().equals(OUR_ENGINE);
    var warmUp = new WarmUp(isOurs ? lifecycle.warmUp() : Duration.ZERO);
    return new Service(
        ports, state, signals, warmUp, published.background(), lifecycle.shutdownDelay());
  }
}
