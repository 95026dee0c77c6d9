// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench.scale;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import wtf.metio.jaas.bench.Ledger;
import wtf.metio.jaas.bench.Options;
import wtf.metio.jaas.bench.Spread;
import wtf.metio.jaas.bench.scale.SizedRender.Cost;

/** Renders programs of ascending size and prints how their cost grows. */
final class Scale {

  private static final List<String> HEAD =
      List.of(
          "program",
          "sizes",
          "ms each",
          "ns per item",
          "last step",
          "without collections",
          "verdict");

  /** Between linear and quadratic; what sorts or fills caches is a little above linear. */
  private static final double STEEP = 1.35;

  private static final double MOST_PER_PANEL = 1.3;

  private static final Duration PATIENCE = Duration.ofMillis(400);

  /** The sizes of the panels are compared with each other: all must be warm. */
  private static final Duration PATIENCE_WITH_PANELS = Duration.ofSeconds(4);

  private final Options options;
  private final Ledger table;
  private final SizedRender render = new SizedRender();

  private Scale(Options options) {
    this.options = options;
    this.table = options.ledger("scale", HEAD);
  }

  public static void main(String[] arguments) throws InterruptedException {
    var scale = new Scale(new Options(arguments));
    var thread = new Thread(null, scale::run, "scale", 2L << 30);
    thread.start();
    thread.join();
  }

  private void run() {
    System.out.println("Times in ms, medians of warm renders. Last step: the power of n by which");
    System.out.println(
        "the cost grows between the two largest sizes; 1 is linear, 2 is quadratic.");
    table.printHead();
    var notes = new ArrayList<String>();
    if (!options.leavesOut("panels")) {
      panels(notes);
    }
    for (var growth : Growth.all()) {
      if (!options.leavesOut(growth.name())) {
        measure(growth);
      }
    }
    if (!options.isQuick()) {
      table.write(notes);
    }
  }

  private void panels(List<String> notes) {
    var vendor = options.path("--workloads").map(dir -> dir.resolve("grafonnet").resolve("vendor"));
    if (vendor.filter(Files::isDirectory).isEmpty()) {
      var hole = "!!! NO grafonnet: --workloads DIR, see bench/workloads.md !!!";
      System.out.println(hole);
      notes.add(hole);
      return;
    }
    var growth = Growth.panels();
    var costs = costs(growth, vendor.get(), PATIENCE_WITH_PANELS);
    double small = costs.get(1).all().toNanos() / 100.0;
    double large = costs.get(3).all().toNanos() / 10_000.0;
    var holds = large / small <= MOST_PER_PANEL ? "ok" : "DOES NOT HOLD";
    var verdict = String.format(Locale.ROOT, "%.2f from 100 to 10000: %s", large / small, holds);
    table.put(row(growth, costs, verdict));
  }

  private void measure(Growth growth) {
    try {
      var costs = costs(growth, Path.of(""), PATIENCE);
      double own = power(growth, costs.stream().map(Cost::own).toList());
      table.put(row(growth, costs, own > STEEP ? "STEEP" : "ok"));
    } catch (IllegalStateException failure) {
      table.put(List.of(growth.name(), sizes(growth), "-", "-", "-", "-", failure.getMessage()));
    }
  }

  private List<Cost> costs(Growth growth, Path library, Duration patience) {
    var costs = new ArrayList<Cost>();
    for (int size : growth.sizes()) {
      var source = growth.at(size).getBytes(StandardCharsets.UTF_8);
      costs.add(render.median(source, library, patience));
    }
    return costs;
  }

  private static List<String> row(Growth growth, List<Cost> costs, String verdict) {
    var all = costs.stream().map(Cost::all).toList();
    double own = power(growth, costs.stream().map(Cost::own).toList());
    var each = new ArrayList<String>();
    for (int i = 0; i < all.size(); i++) {
      each.add(Spread.digits((double) all.get(i).toNanos() / growth.sizes().get(i)));
    }
    return List.of(
        growth.name(),
        sizes(growth),
        String.join(" ", all.stream().map(Spread::millis).toList()),
        String.join(" ", each),
        String.format(Locale.ROOT, "%.2f", power(growth, all)),
        String.format(Locale.ROOT, "%.2f", own),
        verdict);
  }

  /** By which power of the size the cost grows between the two largest. */
  private static double power(Growth growth, List<Duration> times) {
    int last = times.size() - 1;
    double steps = (double) growth.sizes().get(last) / growth.sizes().get(last - 1);
    double factor = (double) times.get(last).toNanos() / times.get(last - 1).toNanos();
    return Math.log(factor) / Math.log(steps);
  }

  private static String sizes(Growth growth) {
    var sizes = growth.sizes();
    return Collections.min(sizes) + ".." + Collections.max(sizes);
  }
}
