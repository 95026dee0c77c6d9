// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import wtf.metio.jaas.jsonnet.Engine;
import wtf.metio.jaas.jsonnet.Failure;
import wtf.metio.jaas.jsonnet.Job;
import wtf.metio.jaas.jsonnet.Limits;
import wtf.metio.jaas.jsonnet.Outcome;
import wtf.metio.jaas.jsonnet.Output;
import wtf.metio.jaas.jsonnet.imports.Import;

/** Our engine within this process, on a thread of its own. */
final class WarmEngine {

  private static final int FROM = 200;
  private static final int TO = 300;

  private final Engine engine = new Engine(List.of());
  private final Duration patience;

  /**
   * An engine that is warmed up anew for every program.
   *
   * @param patience for one program; large ones are rendered less often
   */
  WarmEngine(Duration patience) {
    this.patience = patience;
  }

  /** What one program yields and how long a render takes. */
  record Measured(byte[] output, Duration median, int renders) {}

  /** Renders a program many times; empty if it fails. */
  Optional<Measured> measure(Workload workload) {
    var measured = new AtomicReference<Optional<Measured>>(Optional.empty());
    var stack = Engine.stackBytes(Limits.DEFAULT_MAX_STACK);
    var thread = new Thread(null, () -> measured.set(renders(workload)), "bench", stack);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return measured.get();
  }

  private Optional<Measured> renders(Workload workload) {
    var job = job(workload);
    var times = new ArrayList<Duration>();
    var output = new byte[0];
    var end = System.nanoTime() + patience.toNanos();
    while (times.size() < TO && (times.size() < 3 || System.nanoTime() < end)) {
      var begin = System.nanoTime();
      var outcome = engine.evaluate(job);
      times.add(Duration.ofNanos(System.nanoTime() - begin));
      if (!(outcome instanceof Outcome.Rendered(Output.Text(byte[] bytes), _))) {
        System.err.println(workload.name() + ": " + shown(outcome));
        return Optional.empty();
      }
      output = bytes;
    }
    var first = times.size() == TO ? FROM : times.size() / 3 * 2;
    var counted = times.subList(first, times.size());
    return Optional.of(new Measured(output, Times.median(counted), times.size()));
  }

  private static String shown(Outcome outcome) {
    return outcome instanceof Outcome.Failed(Failure failure, _) ? failure.message() : "no text";
  }

  private static Job job(Workload workload) {
    var files = new ConcurrentHashMap<Path, byte[]>();
    var source = read(files, workload.folder().resolve(workload.main()));
    return Job.of(workload.main(), source, (from, path) -> load(files, workload, from, path));
  }

  private static Import load(Map<Path, byte[]> files, Workload workload, String from, String path) {
    var beside = Path.of(from).resolveSibling(path).normalize();
    for (var name : List.of(beside, Path.of(workload.library(), path).normalize())) {
      var file = workload.folder().resolve(name);
      if (files.containsKey(file) || Files.isRegularFile(file)) {
        return new Import.Found(name.toString(), read(files, file));
      }
    }
    return new Import.Missing("no match locally or in the Jsonnet library paths");
  }

  /** Files stay in memory, as they do in a service that watches them. */
  private static byte[] read(Map<Path, byte[]> files, Path file) {
    return files.computeIfAbsent(
        file,
        f -> {
          try {
            return Files.readAllBytes(f);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
