// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wtf.metio.jaas.bench.Ledger;
import wtf.metio.jaas.bench.Options;
import wtf.metio.jaas.bench.Spread;

/** Prints how a start goes: until ready, memory, the first answers. */
final class Start {

  private static final List<String> HEAD = List.of("what", "JaaS", "reference", "wanted");
  private static final String NONE = "-";
  private static final int STARTS = 9;
  private static final int WATCHED_STARTS = 7;

  private final Options options;
  private final Ledger table;
  private final List<String> ours;
  private final List<String> reference;

  private Start(Options options) {
    this.options = options;
    this.table = options.ledger("start", HEAD);
    this.ours = List.of(options.text("--jaas"));
    this.reference = options.path("--service").map(it -> List.of(it.toString())).orElse(List.of());
  }

  public static void main(String[] arguments) throws InterruptedException {
    new Start(new Options(arguments)).run();
  }

  private void run() throws InterruptedException {
    var notes = new ArrayList<String>();
    if (reference.isEmpty()) {
      hole(notes, "NO REFERENCE: REFERENCE names its binary");
    }
    table.printHead();
    if (!options.leavesOut("ready")) {
      ready();
    }
    if (!options.leavesOut("first")) {
      first(notes);
    }
    if (!options.isQuick()) {
      table.write(notes);
    }
  }

  private static void hole(List<String> notes, String text) {
    notes.add("!!! " + text + " !!!");
    System.out.println(notes.getLast());
  }

  private void ready() throws InterruptedException {
    var us = starts(ours);
    var them = reference.isEmpty() ? Optional.<Starts>empty() : Optional.of(starts(reference));
    table.put(
        List.of(
            "ready, ms",
            us.ready().shown(),
            them.map(s -> s.ready().shown()).orElse(NONE),
            "1500"));
    table.put(
        List.of(
            "resident when idle, MB",
            String.valueOf(us.megabytes()),
            them.map(s -> String.valueOf(s.megabytes())).orElse(NONE),
            "200"));
  }

  private record Starts(Spread ready, long megabytes) {}

  private Starts starts(List<String> command) throws InterruptedException {
    var times = new ArrayList<Duration>();
    var memory = new ArrayList<Long>();
    for (int i = 0; i < (options.isQuick() ? 3 : STARTS); i++) {
      try (var service = ServiceProcess.start(command, flags(), "")) {
        times.add(service.untilReady());
        Thread.sleep(1_000);
        memory.add(service.residentMegabytes());
      }
    }
    return new Starts(Spread.of(times), middle(memory));
  }

  private List<String> flags() {
    return List.of("--snippet-directory", Path.of("bench", "snippets").toAbsolutePath().toString());
  }

  private void first(List<String> notes) throws InterruptedException {
    var folder = options.path("--workloads").map(dir -> dir.resolve("kube-prometheus"));
    if (folder.filter(Files::isDirectory).isEmpty()) {
      hole(notes, "NO kube-prometheus: --workloads DIR, see bench/workloads.md");
      return;
    }
    var program = new ProgramFlags(folder.get(), ours);
    var renders = new FirstRenders();
    var memory = new ArrayList<Long>();
    for (int i = 0; i < (options.isQuick() ? 1 : WATCHED_STARTS); i++) {
      try (var service = ServiceProcess.start(ours, program.flags(), "")) {
        service.untilReady();
        renders.add(service.address("kube-prometheus"), 300, Duration.ofSeconds(100));
        memory.add(service.residentMegabytes());
      }
    }
    var ratio = renders.early().over(renders.warm());
    table.put(List.of("kube-prometheus, render 1, ms", renders.first().shown(), NONE, "1500"));
    table.put(List.of("renders 16-25", renders.early().shown(), NONE, NONE));
    table.put(List.of("renders 200-300", renders.warm().shown(), NONE, NONE));
    table.put(List.of("16-25 over 200-300", Spread.digits(ratio), NONE, "1.5"));
    table.put(List.of("resident afterwards, MB", String.valueOf(middle(memory)), NONE, NONE));
    notes.add(
        "%d renders after each of %d starts, with %s."
            .formatted(renders.count(), memory.size(), String.join(" ", program.limits())));
    System.out.println(notes.getLast());
  }

  private static long middle(List<Long> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
