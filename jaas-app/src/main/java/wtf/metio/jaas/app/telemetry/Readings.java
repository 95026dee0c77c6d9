// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import wtf.metio.jaas.evaluator.CacheNumbers;

/** Metrics of which somebody else keeps the numbers; they are read at each scrape. */
final class Readings {

  private final PrometheusRegistry registry;

  Readings(PrometheusRegistry registry) {
    this.registry = registry;
  }

  Readings gauge(String name, String help, DoubleSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(value.getAsDouble()))
        .register(registry);
    return this;
  }

  /** A gauge with labels that never change. */
  Readings labelled(
      String name, String help, List<String> labels, List<String> values, DoubleSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .labelNames(labels.toArray(String[]::new))
        .callback(callback -> callback.call(value.getAsDouble(), values.toArray(String[]::new)))
        .register(registry);
    return this;
  }

  Readings counter(String name, String help, LongSupplier value) {
    CounterWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(value.getAsLong()))
        .register(registry);
    return this;
  }

  /** One counter for each value of a label. */
  Readings counters(String name, String help, String label, Map<String, LongSupplier> values) {
    CounterWithCallback.builder()
        .name(name)
        .help(help)
        .labelNames(label)
        .callback(
            callback -> values.forEach((value, count) -> callback.call(count.getAsLong(), value)))
        .register(registry);
    return this;
  }

  /** The metrics that every cache has. */
  Readings cache(String prefix, String content, Supplier<CacheNumbers> numbers) {
    return counter(
            prefix + "_hits_total",
            "Questions that the cache of " + content + " answered.",
            () -> numbers.get().hits())
        .counter(
            prefix + "_misses_total",
            "Questions that the cache of " + content + " had no answer for.",
            () -> numbers.get().misses())
        .counter(
            prefix + "_evictions_total",
            "Entries of the cache of " + content + " that had to make room.",
            () -> numbers.get().evictions())
        .gauge(
            prefix + "_entries",
            "Entries in the cache of " + content + ".",
            () -> numbers.get().entries())
        .gauge(
            prefix + "_bytes",
            "Memory that the cache of " + content + " takes, by estimate.",
            () -> numbers.get().bytes());
  }
}
