// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints the table of programs and peers. */
final class Bench {

  private final Options options;
  private final Contenders contenders;
  private final Ledger table;
  private final List<String> holes = new ArrayList<>();

  private Bench(Options options) {
    this.options = options;
    this.contenders = Contenders.of(options);
    this.table = options.ledger("programs", Row.HEAD);
  }

  public static void main(String[] arguments) {
    new Bench(new Options(arguments)).run();
  }

  private void run() {
    System.out.println("Times in ms: median (quartiles). x = how many times faster we are.");
    contenders.all().stream()
        .filter(peer -> !peer.isThere())
        .forEach(peer -> hole(peer.name() + " IS MISSING: its column is empty"));
    var builtins = options.path("--reference").map(Workload::builtins).orElseGet(this::noReference);
    var all =
        new ArrayList<>(options.path("--workloads").map(Workload::real).orElseGet(this::none));
    all.addAll(builtins);
    table.printHead();
    var row = new Row(contenders, options.isQuick());
    all.stream().filter(w -> !options.leavesOut(w.name())).forEach(w -> table.put(row.of(w)));
    var summary = summary(builtins);
    System.out.println(summary);
    if (!options.isQuick()) {
      var notes = new ArrayList<>(List.of(summary, options.text("--versions")));
      notes.addAll(holes);
      table.write(notes);
    }
  }

  private List<Workload> none() {
    hole("NO REAL PROGRAMS: --workloads DIR, see bench/workloads.md");
    return List.of();
  }

  private List<Workload> noReference() {
    hole("NO builtin-benchmarks: they come with the Go module, install Go");
    return List.of();
  }

  private void hole(String text) {
    var line = "!!! " + text + " !!!";
    System.out.println(line);
    holes.add(line);
  }

  private String summary(List<Workload> builtins) {
    Set<String> names = builtins.stream().map(Workload::name).collect(Collectors.toSet());
    var rows =
        table.rows().stream()
            .filter(row -> names.contains(row.getFirst()))
            .filter(row -> !row.get(Row.WARM_RATIO).equals("-"))
            .sorted(Comparator.comparingDouble(Bench::ratio))
            .toList();
    if (rows.isEmpty()) {
      return "No builtin-benchmarks measured.";
    }
    var least = rows.getFirst();
    return "builtin-benchmarks, JaaS warm against the go-jsonnet command: median %s times faster over %d programs; the least is %s with %s."
        .formatted(
            rows.get(rows.size() / 2).get(Row.WARM_RATIO),
            rows.size(),
            least.getFirst(),
            least.get(Row.WARM_RATIO));
  }

  private static double ratio(List<String> row) {
    return Double.parseDouble(row.get(Row.WARM_RATIO));
  }
}
