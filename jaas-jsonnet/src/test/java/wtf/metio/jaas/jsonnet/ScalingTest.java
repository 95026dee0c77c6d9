// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wtf.metio.jaas.jsonnet.imports.MemoryImporter;

/**
 * Programs whose cost must not grow with the square of what they build. Each takes far less than a
 * second; if it were quadratic it would take many times the deadline.
 */
class ScalingTest {

  /** Of a processor: what else the machine does is not counted. */
  private static final Duration MOST = Duration.ofSeconds(8);

  private static final int MAX_STACK = 20_000;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Engine engine = new Engine(List.of());

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          objects merged in a fold, read afterwards | 100000 | local o = std.foldl(function(a, n) a + { ['a' + n]: n }, std.range(1, 100000), {}); std.foldl(function(sum, k) sum + (if o[k] > 0 then 1 else 0), std.objectFields(o), 0)
          objects merged in a fold, asked for a field each time | 40000 | std.length(std.foldl(function(a, n) if std.objectHas(a, 'a' + n) then a else a + { ['a' + n]: n }, std.range(1, 40000), {}))
          objects merged in a fold, read each time | 400 | local xs = ['g' + (i % 100) for i in std.range(1, 40000)]; std.foldl(function(a, x) a + { [x]: (if x in a then a[x] else 0) + 1 }, xs, {}).g7
          objects each of which reads the one before, read from the last one | 12497500 | std.foldl(function(a, n) a + { sum: n + a.sum }, std.range(1, 4999), { sum: 0 }).sum
          fields of deep objects that use self and super | 40001 | local o = std.foldl(function(a, n) a + { ['a' + n]: self.x + super.x }, std.range(1, 40000), { x: 1 }); std.foldl(function(sum, k) sum + (if o[k] > 0 then 1 else 0), std.objectFields(o), 0)
          deep objects with assertions | 1 | std.foldl(function(a, n) a + { ['a' + n]: n, assert self['a' + n] == n }, std.range(1, 40000), { x: 1 }).x
          names taken away one by one | 0 | std.length(std.foldl(function(a, n) std.objectRemoveKey(a, 'f' + n), std.range(1, 20000), { ['f' + i]: i for i in std.range(1, 20000) }))
          members of a large set | 100000 | local s = std.set(std.range(1, 100000)); std.length([i for i in s if std.setMember(i, s)])
          characters of a long string | 100000 | local s = std.repeat('a😀', 50000); std.foldl(function(sum, i) sum + std.length(s[i]), std.range(0, std.length(s) - 1), 0)
          pieces of a long string | 99998 | local s = std.repeat('a😀', 50000); std.foldl(function(sum, i) sum + std.length(std.substr(s, i, 2)) / 2, std.range(0, std.length(s) - 3), 0)
          a string whose length is asked for while it grows | 600256 | std.length(std.foldl(function(a, i) if std.length(a) > 1e6 then a else a + 'x😀y', std.range(1, 200000), std.repeat('é', 256)))
          patches applied in a fold | 4000 | std.length(std.foldl(function(a, n) std.mergePatch(a, { ['a' + n]: n }), std.range(1, 4000), {}))
          fields whose names have the same hash | 131072 | local names(n) = if n == 0 then [''] else [x + y for x in names(n - 1) for y in ['Aa', 'BB']]; local o = { [k]: 1 for k in names(17) }; std.foldl(function(sum, k) sum + o[k], std.objectFields(o), 0)
          """)
  void isDoneInTime(String what, String expected, String program) {
    assertThat(result(program)).as(what).isEqualTo(expected + "\n");
  }

  private String result(String program) {
    var outcome = new AtomicReference<Outcome>();
    var thread =
        new Thread(
            null,
            () -> outcome.set(engine.evaluate(job(program, Thread.currentThread()))),
            "evaluation",
            Engine.stackBytes(MAX_STACK));
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return switch (outcome.get()) {
      case Outcome.Rendered(Output.Text(byte[] bytes), _) ->
          new String(bytes, StandardCharsets.UTF_8);
      case Outcome.Rendered(Output output, _) -> output.toString();
      case Outcome.Failed(var failure, _) -> failure.message();
    };
  }

  private static Job job(String program, Thread thread) {
    return new Job(
        "program",
        "",
        program.getBytes(StandardCharsets.UTF_8),
        MemoryImporter.empty(),
        Map.of(),
        Map.of(),
        Limits.DEFAULTS.withTimeout(Duration.ZERO).withMaxStack(MAX_STACK),
        OutputForm.JSON,
        () -> THREADS.getThreadCpuTime(thread.threadId()) > MOST.toNanos(),
        MemoryGuard.NONE,
        line -> {});
  }
}
