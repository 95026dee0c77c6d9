// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One snippet that everybody wants and that never ends, and twenty that somebody needs. */
class FairnessIT {

  private static final String HOT = "hot";
  private static final int CLIENTS = 64;
  private static final int OTHERS = 20;
  private static final int WARM_UP_ROUNDS = 100;

  /** Nobody notices less. */
  private static final Duration NOTICED = Duration.ofMillis(50);

  @TempDir Path folder;

  private record Answer(int status, Duration took) {}

  @Test
  void aHotSnippetHarmsNoOther() throws Exception {
    // How long an answer takes is for the long test: other builds may keep the machine busy.
    var others = loaded(Duration.ofSeconds(3), Duration.ofSeconds(12)).get("loaded");

    assertThat(others).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    assertThat(percentile(others, 99)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  @Tag("long")
  void othersHardlyNoticeAHotSnippet() throws Exception {
    var answers = loaded(Duration.ofSeconds(20), Duration.ofSeconds(60));

    assertThat(answers.get("loaded"))
        .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    var unloaded = percentile(answers.get("unloaded"), 99);
    var bound = longer(unloaded.multipliedBy(3), NOTICED);
    assertThat(percentile(answers.get("loaded"), 99)).isLessThan(bound);
  }

  /** What the other snippets were answered without and with the hot one. */
  private Map<String, List<Answer>> loaded(Duration calm, Duration load) throws Exception {
    writeSnippets(folder.resolve("snippets"));
    try (var service = StormedService.start(List.of("-Xmx256m"), folder.resolve("snippets"))) {
      for (int round = 0; round < WARM_UP_ROUNDS; round++) {
        for (int i = 0; i < OTHERS; i++) {
          service.render(name(i));
        }
      }
      var unloaded = others(service, calm);
      report("unloaded", unloaded);
      var hot = new ConcurrentLinkedQueue<Answer>();
      var loaded = withHotClients(service, load, hot);
      report("hot", List.copyOf(hot));
      report("loaded", loaded);
      return Map.of("unloaded", unloaded, "loaded", loaded);
    }
  }

  private static List<Answer> withHotClients(
      StormedService service, Duration load, Queue<Answer> hot) throws Exception {
    long end = System.nanoTime() + load.toNanos();
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CLIENTS; i++) {
        clients.submit(
            () -> {
              while (System.nanoTime() < end) {
                hot.add(answer(service, HOT));
              }
            });
      }
      return others(service, load);
    }
  }

  /** Each of the others once a second, evenly spread. */
  private static List<Answer> others(StormedService service, Duration length) throws Exception {
    var answers = new ConcurrentLinkedQueue<Answer>();
    try (var clients = Executors.newVirtualThreadPerTaskExecutor();
        var clock = Executors.newSingleThreadScheduledExecutor()) {
      for (int i = 0; i < OTHERS; i++) {
        var name = name(i);
        clock.scheduleAtFixedRate(
            () -> clients.submit(() -> answers.add(answer(service, name))),
            i * 1000L / OTHERS,
            1000,
            TimeUnit.MILLISECONDS);
      }
      clock.schedule(clock::shutdownNow, length.toMillis(), TimeUnit.MILLISECONDS);
      clock.awaitTermination(2 * length.toMillis(), TimeUnit.MILLISECONDS);
    }
    return List.copyOf(answers);
  }

  private static Answer answer(StormedService service, String name) {
    long begin = System.nanoTime();
    int status;
    try {
      status = service.render(name);
    } catch (IOException | InterruptedException _) {
      status = -1;
    }
    return new Answer(status, Duration.ofNanos(System.nanoTime() - begin));
  }

  private static void report(String name, List<Answer> answers) {
    var counts = new TreeMap<Integer, Integer>();
    answers.forEach(answer -> counts.merge(answer.status(), 1, Integer::sum));
    System.out.printf(
        "%s: %s, p50 %s, p99 %s, worst %s%n",
        name, counts, percentile(answers, 50), percentile(answers, 99), percentile(answers, 100));
  }

  private static Duration percentile(List<Answer> answers, int percent) {
    var sorted = answers.stream().map(Answer::took).sorted().toList();
    return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static String name(int i) {
    return "other-" + i;
  }

  private static void writeSnippets(Path snippets) throws IOException {
    write(snippets, HOT, "local f(n) = f(n + 1) tailstrict; f(0)");
    for (int i = 0; i < OTHERS; i++) {
      var values = "[{ key: 'k' + n, square: n * n } for n in std.range(1, " + 10 * (i + 1) + ")]";
      write(snippets, name(i), "{ name: 'other " + i + "', values: " + values + " }");
    }
  }

  private static void write(Path snippets, String name, String source) throws IOException {
    Files.createDirectories(snippets.resolve(name));
    Files.writeString(snippets.resolve(name).resolve("main.jsonnet"), source);
  }
}
