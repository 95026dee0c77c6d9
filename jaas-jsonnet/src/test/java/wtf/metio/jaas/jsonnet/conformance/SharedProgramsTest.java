// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wtf.metio.jaas.jsonnet.Engine;
import wtf.metio.jaas.jsonnet.Job;
import wtf.metio.jaas.jsonnet.Limits;
import wtf.metio.jaas.jsonnet.Outcome;
import wtf.metio.jaas.jsonnet.Output;
import wtf.metio.jaas.jsonnet.conformance.generated.Programs;
import wtf.metio.jaas.jsonnet.imports.Import;

/** Threads that share one cache of programs get what each would get alone. */
class SharedProgramsTest {

  private static final int THREADS = 8;
  private static final int PROGRAMS = 50;
  private static final long SEED = 4_711;

  private final List<String> sources =
      IntStream.range(0, PROGRAMS).mapToObj(n -> Programs.of(SEED + n).main().text()).toList();

  @Test
  @Timeout(120)
  void everyResultIsThatOfAFreshEngine() throws InterruptedException {
    assertThat(differences(new Engine(List.of()), Duration.ofSeconds(3))).isEmpty();
  }

  @Test
  @Timeout(120)
  void soItIsWhileProgramsComeAndGo() throws InterruptedException {
    assertThat(differences(new Engine(List.of(), 1 << 20), Duration.ofSeconds(3))).isEmpty();
  }

  @Test
  @Tag("long")
  @Timeout(900)
  void soItStaysForTenMinutes() throws InterruptedException {
    assertThat(differences(new Engine(List.of(), 4 << 20), Duration.ofMinutes(10))).isEmpty();
  }

  private List<String> differences(Engine shared, Duration time) throws InterruptedException {
    var expected = new ArrayList<String>();
    var alone = thread(() -> sources.forEach(s -> expected.add(render(new Engine(List.of()), s))));
    alone.join();
    var differences = new ConcurrentLinkedQueue<String>();
    long end = System.nanoTime() + time.toNanos();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < THREADS; i++) {
      var dice = new Random(SEED + i);
      threads.add(
          thread(
              () -> {
                while (System.nanoTime() < end && differences.isEmpty()) {
                  int n = dice.nextInt(PROGRAMS);
                  var seen = render(shared, sources.get(n));
                  if (!seen.equals(expected.get(n))) {
                    differences.add(
                        sources.get(n) + "\nalone:  " + expected.get(n) + "\nshared: " + seen);
                  }
                }
              }));
    }
    for (var thread : threads) {
      thread.join();
    }
    return List.copyOf(differences);
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(null, work, "renders", Engine.stackBytes(Limits.DEFAULT_MAX_STACK));
    thread.start();
    return thread;
  }

  /** The program as an import, so that a file is found in the cache by more than one way. */
  private static String render(Engine engine, String source) {
    var main = "[import 'a', import './a']".getBytes(UTF_8);
    var outcome =
        engine.evaluate(
            Job.of("main", main, (from, path) -> new Import.Found("a", source.getBytes(UTF_8))));
    return switch (outcome) {
      case Outcome.Rendered(Output.Text(var bytes), _) -> new String(bytes, UTF_8);
      case Outcome.Rendered(Output.Files files, _) -> files.toString();
      case Outcome.Failed(var failure, _) -> failure.kind() + ": " + failure.message();
    };
  }
}
