// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small heap, many programs that ask for too much at once, and somebody who wants to work. */
class StormIT {

  private static final String ORDINARY = "ordinary";
  private static final int CLIENTS_EACH = 16;
  private static final int WARM_UP_REQUESTS = 20;
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  /** Other builds may keep the machine busy; the exact bound is for the long test. */
  private static final Duration GENEROUS = Duration.ofSeconds(10);

  private static final Set<Integer> REFUSALS = Set.of(400, 503, 504);

  @TempDir Path folder;

  private record Answer(String name, int status, Duration took) {}

  @Test
  void hostileProgramsHarmNobodyElse() throws Exception {
    weather(List.of("-Xmx256m"), Duration.ofSeconds(15), GENEROUS);
  }

  @Test
  void hostileProgramsHarmNobodyElseOnOneProcessor() throws Exception {
    weather(List.of("-Xmx256m", "-XX:ActiveProcessorCount=1"), Duration.ofSeconds(10), GENEROUS);
  }

  @Test
  @Tag("long")
  void hostileProgramsHarmNobodyElseForTwoMinutes() throws Exception {
    weather(List.of("-Xmx256m"), Duration.ofMinutes(2), Duration.ofMillis(500));
  }

  private void weather(List<String> jvm, Duration length, Duration slack) throws Exception {
    HostileSnippets.write(folder.resolve("snippets"), ORDINARY);
    try (var service = StormedService.start(jvm, folder.resolve("snippets"))) {
      warmUp(service);
      double heap = service.heapAfterCollection();
      double threads = service.metric("jvm_threads_live_threads");
      var answers = storm(service, length);
      report(answers);
      assertThat(service.isAlive()).as("the process lives").isTrue();
      hostileAnswersAreRefusals(answers, slack);
      ordinaryAnswersAreFine(answers);
      calmReturns(service, heap, threads, slack);
    }
  }

  // Bounds of half a second are about the service, not about the first seconds of two JVMs. There
  // are as many clients as in the storm, since the buffers of connections are kept for later ones.
  private static void warmUp(StormedService service) throws Exception {
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CLIENTS_EACH * HostileSnippets.names().size(); i++) {
        clients.submit(
            () -> {
              for (int request = 0; request < WARM_UP_REQUESTS; request++) {
                service.render(ORDINARY);
              }
              return service.render(HostileSnippets.LARGE);
            });
      }
    }
    assertThat(service.render(ORDINARY)).isEqualTo(200);
  }

  private static List<Answer> storm(StormedService service, Duration length) throws Exception {
    var answers = new ConcurrentLinkedQueue<Answer>();
    long end = System.nanoTime() + length.toNanos();
    try (var clock = Executors.newSingleThreadScheduledExecutor();
        var others = Executors.newVirtualThreadPerTaskExecutor()) {
      every(clock, 50, () -> others.submit(() -> answers.add(answer(service, ORDINARY))));
      every(clock, 1000, () -> others.submit(() -> answers.add(alive(service))));
      try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
        for (var name : HostileSnippets.names()) {
          for (int i = 0; i < CLIENTS_EACH; i++) {
            clients.submit(() -> ask(service, name, end, answers));
          }
        }
      }
      clock.shutdownNow();
    }
    return new ArrayList<>(answers);
  }

  private static void every(ScheduledExecutorService clock, long milliseconds, Runnable task) {
    clock.scheduleAtFixedRate(task, milliseconds, milliseconds, TimeUnit.MILLISECONDS);
  }

  private static void ask(
      StormedService service, String name, long end, ConcurrentLinkedQueue<Answer> answers) {
    while (System.nanoTime() < end) {
      answers.add(answer(service, name));
    }
  }

  private static Answer answer(StormedService service, String name) {
    return timed(name, () -> service.render(name));
  }

  private static Answer alive(StormedService service) {
    return timed("/live", service::live);
  }

  private interface Call {
    int status() throws IOException, InterruptedException;
  }

  private static Answer timed(String name, Call call) {
    long begin = System.nanoTime();
    int status;
    try {
      status = call.status();
    } catch (IOException | InterruptedException _) {
      status = -1;
    }
    return new Answer(name, status, Duration.ofNanos(System.nanoTime() - begin));
  }

  private static void report(List<Answer> answers) {
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, Duration> worst = new TreeMap<>();
    for (var answer : answers) {
      counts.merge(answer.name() + ' ' + answer.status(), 1, Integer::sum);
      worst.merge(answer.name(), answer.took(), (a, b) -> a.compareTo(b) > 0 ? a : b);
    }
    System.out.println("storm: " + counts + "\nworst: " + worst);
  }

  private static void hostileAnswersAreRefusals(List<Answer> answers, Duration slack) {
    assertThat(answers)
        .filteredOn(answer -> isHostile(answer.name()))
        .allSatisfy(
            answer -> {
              boolean success =
                  answer.name().equals(HostileSnippets.LARGE) && answer.status() == 200;
              assertThat(success || REFUSALS.contains(answer.status())).isTrue();
              assertThat(answer.took()).isLessThan(DEADLINE.plus(slack));
            });
  }

  private static void ordinaryAnswersAreFine(List<Answer> answers) {
    assertThat(answers)
        .filteredOn(answer -> answer.name().equals(ORDINARY))
        .isNotEmpty()
        .allSatisfy(answer -> assertThat(answer.status()).isIn(200, 503));
    assertThat(answers)
        .filteredOn(answer -> answer.name().equals("/live"))
        .isNotEmpty()
        .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
  }

  private static boolean isHostile(String name) {
    return !name.equals(ORDINARY) && !name.equals("/live");
  }

  private static void calmReturns(
      StormedService service, double heap, double threads, Duration slack) throws Exception {
    var after = answer(service, ORDINARY);
    assertThat(after.status()).isEqualTo(200);
    assertThat(after.took()).isLessThan(slack.multipliedBy(2));
    service.awaitMetric("jaas_eval_in_flight", running -> running == 0);
    service.awaitMetric("jvm_threads_live_threads", now -> now < threads * 1.1 + 20);
    assertThat(service.heapAfterCollection())
        .as("heap after a collection, before the storm " + heap)
        .isLessThan(heap * 1.1 + (8 << 20));
    assertThat(service.log()).doesNotContain("OutOfMemoryError");
  }
}
