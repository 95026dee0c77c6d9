// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench.scale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wtf.metio.jaas.bench.Spread;
import wtf.metio.jaas.jsonnet.Engine;
import wtf.metio.jaas.jsonnet.Job;
import wtf.metio.jaas.jsonnet.Limits;
import wtf.metio.jaas.jsonnet.MemoryGuard;
import wtf.metio.jaas.jsonnet.Outcome;
import wtf.metio.jaas.jsonnet.OutputForm;
import wtf.metio.jaas.jsonnet.imports.Import;

/** Renders a program for a while and says how long one render takes. */
final class SizedRender {

  /** Chains of objects are as deep as they are long. */
  private static final Limits LIMITS = Limits.DEFAULTS.withMaxStack(200_000);

  private static final int FEWEST = 3;

  private final Engine engine = new Engine(List.of());
  private final Map<Path, byte[]> files = new HashMap<>();

  /**
   * What a render takes.
   *
   * @param all from its begin to its end
   * @param own without the collections of garbage that fell into it
   */
  record Cost(Duration all, Duration own) {}

  /**
   * The medians of the last two thirds of the renders; what was compiled stays compiled.
   *
   * @param patience how long it is rendered, unless that were too seldom
   * @throws IllegalStateException when the program fails
   */
  Cost median(byte[] source, Path library, Duration patience) {
    var job = job(source, library);
    var times = new ArrayList<Duration>();
    var own = new ArrayList<Duration>();
    long end = System.nanoTime() + patience.toNanos();
    while (times.size() < FEWEST || System.nanoTime() < end) {
      long collected = collectedMillis();
      long begin = System.nanoTime();
      if (engine.evaluate(job) instanceof Outcome.Failed(var failure, _)) {
        throw new IllegalStateException(failure.message());
      }
      var time = Duration.ofNanos(System.nanoTime() - begin);
      times.add(time);
      own.add(time.minusMillis(collectedMillis() - collected));
    }
    return new Cost(late(times), late(own));
  }

  private static Duration late(List<Duration> times) {
    return Spread.of(times.subList(times.size() / 3, times.size())).median();
  }

  /** So far, in all; what runs beside the program is not counted. */
  private static long collectedMillis() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .filter(collector -> !collector.getName().contains("Concurrent"))
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }

  private Job job(byte[] source, Path library) {
    return new Job(
        "main.jsonnet",
        "main.jsonnet",
        source,
        (from, path) -> load(library, from, path),
        Map.of(),
        Map.of(),
        LIMITS,
        OutputForm.JSON,
        () -> false,
        MemoryGuard.NONE,
        line -> {});
  }

  private Import load(Path library, String from, String path) {
    var beside = Path.of(from).resolveSibling(path).normalize();
    for (var name : List.of(beside, Path.of(path).normalize())) {
      var file = library.resolve(name);
      if (files.containsKey(file) || Files.isRegularFile(file)) {
        return new Import.Found(name.toString(), files.computeIfAbsent(file, this::read));
      }
    }
    return new Import.Missing("not in the library");
  }

  private byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
