// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import java.time.Duration;
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
import wtf.metio.jaas.app.telemetry.EvaluationCounters;
import wtf.metio.jaas.app.telemetry.Metrics;
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

  private static final Duration IDLE_THREAD = Duration.ofSeconds(30);

  @Bean
  BuildFacts buildFacts() {
    return BuildFacts.ofThisBuild();
  }

  @Bean
  Permits permits(Settings settings) {
    return Permits.configured(
        settings.evaluation().maxConcurrent(), Runtime.getRuntime().availableProcessors());
  }

  @Bean
  EvaluationCounters evaluationCounters() {
    return new EvaluationCounters();
  }

  @Bean
  EvaluationEngine engine(Settings settings) {
    return settings.evaluation().engine().equals("sjsonnet")
        ? new SjsonnetEngine()
        : new JsonnetEngine(
            new Engine(TankaFunctions.all(), settings.caches().programBytes()),
            new HeapGuard(),
            new Turns(Runtime.getRuntime().availableProcessors()));
  }

  @Bean
  CachingEvaluator evaluator(
      Settings settings, EvaluationEngine engine, Permits permits, EvaluationCounters counters) {
    var gate = new GatedEvaluator(engine, permits, new EvaluationThreads(IDLE_THREAD), counters);
    return new CachingEvaluator(gate, settings.caches().resultBytes());
  }

  @Bean
  Metrics metrics(Permits permits, EvaluationCounters counters, BuildFacts build) {
    return new Metrics(permits, counters, build.labels());
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
  Service service(
      Settings settings,
      BuildFacts build,
      Evaluator evaluator,
      Metrics metrics,
      ProbeState state,
      Signals signals,
      HealthEndpoint health) {
    var ports =
        new Ports(settings, state).all(build, new ActuatorHealth(health), evaluator, metrics);
    return new Service(ports, state, signals, settings.lifecycle().shutdownDelay());
  }
}
