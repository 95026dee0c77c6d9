// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prints the table. */
final class Bench {

  private static final String MISSING = "missing";
  private static final List<String> HEAD =
      List.of(
          "program",
          "go cold",
          "go warm",
          "jr cold",
          "our cold",
          "our warm",
          "cold x go",
          "cold x jr",
          "warm x go",
          "warm x go warm",
          "warm x jr",
          "renders",
          "same");

  private final Map<String, String> options;
  private final int runs;
  private final Peer jsonnet;
  private final Peer jrsonnet;
  private final Peer goWarm;
  private final Peer jaas;
  private final WarmEngine engine;

  private Bench(Map<String, String> options) {
    var quick = options.containsKey("--quick");
    this.options = options;
    this.runs = quick ? 3 : 11;
    this.jsonnet = new Peer("jsonnet", List.of(option("--jsonnet")));
    this.jrsonnet = new Peer("jrsonnet", List.of(option("--jrsonnet")));
    this.goWarm = new Peer("go-jsonnet warm", List.of(option("--go-warm")));
    this.jaas = new Peer("jaas render", List.of(option("--jaas"), "render"));
    this.engine = new WarmEngine(Duration.ofSeconds(quick ? 10 : 60));
  }

  public static void main(String[] arguments) {
    var options = new HashMap<String, String>();
    for (var i = 0; i < arguments.length; i++) {
      var hasValue = i + 1 < arguments.length && !arguments[i + 1].startsWith("--");
      options.put(arguments[i], hasValue ? arguments[++i] : "");
    }
    new Bench(options).run();
  }

  private String option(String name) {
    return options.getOrDefault(name, MISSING);
  }

  private void run() {
    System.out.println("Times in ms, medians. x = how many times faster we are.");
    row(HEAD);
    for (var peer : List.of(jsonnet, jrsonnet, goWarm, jaas)) {
      if (!peer.isThere()) {
        System.out.printf("!!! %s IS MISSING: its columns are empty !!!%n", peer.name());
      }
    }
    for (var workload : workloads()) {
      if (workload.name().contains(options.getOrDefault("--only", ""))) {
        row(measured(workload));
      }
    }
  }

  private List<Workload> workloads() {
    var all = new ArrayList<Workload>();
    if (options.containsKey("--workloads")) {
      all.addAll(Workload.real(Path.of(option("--workloads")).toAbsolutePath()));
    } else {
      System.out.println("!!! NO REAL PROGRAMS: --workloads DIR, see bench/workloads.md !!!");
    }
    if (option("--reference").equals(MISSING)) {
      System.out.println("!!! NO builtin-benchmarks: they come with the Go module, install Go !!!");
    } else {
      all.addAll(Workload.builtins(Path.of(option("--reference"))));
    }
    return all;
  }

  private List<String> measured(Workload workload) {
    var goCold = jsonnet.cold(workload, runs);
    var jrCold = jrsonnet.cold(workload, runs);
    var goInside = warmGo(workload);
    var ourCold = jaas.cold(workload, runs);
    var ours = engine.measure(workload);
    var ourWarm = ours.map(WarmEngine.Measured::median);
    return List.of(
        workload.name(),
        Times.shown(goCold),
        Times.shown(goInside),
        Times.shown(jrCold),
        Times.shown(ourCold),
        Times.shown(ourWarm),
        Times.ratio(goCold, ourCold),
        Times.ratio(jrCold, ourCold),
        Times.ratio(goCold, ourWarm),
        Times.ratio(goInside, ourWarm),
        Times.ratio(jrCold, ourWarm),
        ours.map(m -> String.valueOf(m.renders())).orElse("-"),
        sameness(workload, ours));
  }

  /** The process measures itself and prints microseconds. */
  private Optional<Duration> warmGo(Workload workload) {
    return goWarm
        .output(workload)
        .map(bytes -> Duration.ofNanos(1_000 * Long.parseLong(new String(bytes).strip())));
  }

  private String sameness(Workload workload, Optional<WarmEngine.Measured> ours) {
    var theirs = jsonnet.output(workload);
    if (theirs.isEmpty() || ours.isEmpty()) {
      return "-";
    }
    return Arrays.equals(theirs.get(), ours.get().output()) ? "yes" : "NO";
  }

  private static void row(List<String> cells) {
    var line = new StringBuilder(String.format("%-20s", cells.getFirst()));
    for (var i = 1; i < cells.size(); i++) {
      line.append("  ").append(right(cells.get(i), HEAD.get(i).length()));
    }
    System.out.println(line);
  }

  private static String right(String cell, int width) {
    return " ".repeat(Math.max(0, Math.max(width, 6) - cell.length())) + cell;
  }
}
