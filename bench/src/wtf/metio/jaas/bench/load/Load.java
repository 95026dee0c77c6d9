// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wtf.metio.jaas.bench.Ledger;
import wtf.metio.jaas.bench.Options;
import wtf.metio.jaas.bench.Spread;
import wtf.metio.jaas.bench.service.ProgramFlags;
import wtf.metio.jaas.bench.service.ServiceProcess;

/** Prints how many requests the service answers in a second, beside the reference. */
final class Load {

  private static final String NONE = "-";
  private static final String IF_NONE_MATCH = "If-None-Match: ";
  private static final String CACHE = "--result-cache-bytes";
  private static final List<String> HEAD =
      List.of(
          "what",
          "JaaS, answers/s",
          "p50, ms",
          "p99, ms",
          "failures",
          "resident, MB",
          "reference, answers/s",
          "p99, ms ",
          "x");

  private final Options options;
  private final Ledger table;
  private final List<String> ours;
  private final List<String> reference;
  private final Snippets snippets;
  private final List<String> notes = new ArrayList<>();

  private Load(Options options) throws IOException {
    this.options = options;
    this.table = options.ledger("load", HEAD);
    this.ours = List.of(options.text("--jaas"));
    this.reference = options.path("--service").map(it -> List.of(it.toString())).orElse(List.of());
    this.snippets = new Snippets(options.path("--workloads"));
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    new Load(new Options(arguments)).run();
  }

  private void run() throws IOException, InterruptedException {
    if (!Wrk.isThere()) {
      hole("NO wrk: install it, nothing is measured");
      return;
    }
    if (reference.isEmpty()) {
      hole("NO REFERENCE: REFERENCE names its binary");
    }
    boolean keepsResults = ProgramFlags.knows(ours, CACHE);
    List<String> off = keepsResults ? List.of(CACHE, "0") : List.of();
    table.printHead();
    row(small("hello, result cache off", "hello", off), true);
    if (snippets.haveDashboard()) {
      var dashboard = small("dashboard, result cache off", "dashboard", off);
      row(dashboard, true);
      row(dashboard.inHeap("dashboard, -Xmx256m", "-Xmx256m"), false);
      row(dashboard.inHeap("dashboard, -Xmx128m", "-Xmx128m"), false);
    } else {
      hole("NO dashboard: --workloads DIR, see bench/workloads.md");
    }
    large();
    if (keepsResults) {
      cached();
    } else {
      hole("NO result cache in this version");
    }
    edits();
    if (!options.isQuick()) {
      notes.add("wrk with 4 connections, 10 s after 8 s of warming up, one service a row.");
      table.write(notes);
    }
  }

  /** A program that takes all its time, in heaps that are more or less enough for it. */
  private void large() throws IOException, InterruptedException {
    var folder = options.path("--workloads").map(dir -> dir.resolve("kube-prometheus"));
    if (folder.isPresent() && Files.isDirectory(folder.get())) {
      var program = new ProgramFlags(folder.get(), ours);
      for (var heap : List.of("-Xmx256m", "-Xmx512m", "-Xmx1g", "-Xmx2g")) {
        var name = "kube-prometheus, " + heap;
        row(new Case(name, "kube-prometheus", program.flags(), heap, Optional.empty()), false);
      }
      notes.add("kube-prometheus with " + String.join(" ", program.limits()) + '.');
    }
  }

  private void cached() throws IOException, InterruptedException {
    row(small("hello, result cache on", "hello", List.of()), false);
    if (snippets.haveDashboard()) {
      var on = small("dashboard, result cache on", "dashboard", List.of());
      row(on, false);
      row(on.asked("dashboard, gzip", "Accept-Encoding: gzip"), false);
      row(on.asked("dashboard, If-None-Match", IF_NONE_MATCH), false);
    }
  }

  private Case small(String name, String snippet, List<String> more) {
    var flags = new ArrayList<>(snippets.flags());
    flags.addAll(more);
    return new Case(name, snippet, flags, "", Optional.empty());
  }

  private void hole(String text) {
    notes.add("!!! " + text + " !!!");
    System.out.println(notes.getLast());
  }

  /**
   * One row.
   *
   * @param flags of the service
   * @param header of every request; {@code If-None-Match} is completed with the tag
   */
  private record Case(
      String name,
      String snippet,
      List<String> flags,
      String javaOptions,
      Optional<String> header) {

    Case asked(String other, String header) {
      return new Case(other, snippet, flags, javaOptions, Optional.of(header));
    }

    Case inHeap(String other, String options) {
      return new Case(other, snippet, flags, options, header);
    }
  }

  private record Loaded(Wrk.Run run, long megabytes) {}

  private void row(Case row, boolean compared) throws InterruptedException {
    if (options.leavesOut(row.name())) {
      return;
    }
    var us = loaded(ours, row);
    var them =
        compared && !reference.isEmpty()
            ? Optional.of(loaded(reference, small(row.name(), row.snippet(), List.of())))
            : Optional.<Loaded>empty();
    table.put(
        List.of(
            row.name(),
            Spread.digits(us.run().perSecond()),
            Spread.millis(us.run().median()),
            Spread.millis(us.run().p99()),
            String.valueOf(us.run().failures()),
            String.valueOf(us.megabytes()),
            them.map(t -> Spread.digits(t.run().perSecond())).orElse(NONE),
            them.map(t -> Spread.millis(t.run().p99())).orElse(NONE),
            them.map(t -> Spread.digits(us.run().perSecond() / t.run().perSecond())).orElse(NONE)));
  }

  private Loaded loaded(List<String> command, Case row) throws InterruptedException {
    try (var service = ServiceProcess.start(command, row.flags(), row.javaOptions())) {
      service.untilReady();
      var address = service.address(row.snippet());
      var headers =
          row.header().map(it -> completed(it, service, row)).map(List::of).orElse(List.of());
      Wrk.run(address, Duration.ofSeconds(options.isQuick() ? 3 : 8), headers);
      var run = Wrk.run(address, Duration.ofSeconds(options.isQuick() ? 3 : 10), headers);
      return new Loaded(run, service.residentMegabytes());
    }
  }

  private static String completed(String header, ServiceProcess service, Case row) {
    if (!header.equals(IF_NONE_MATCH)) {
      return header;
    }
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(service.address(row.snippet())).build();
      var answer = client.send(request, BodyHandlers.discarding());
      return header + answer.headers().firstValue("etag").orElse("none");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return header;
    }
  }

  private void edits() throws IOException, InterruptedException {
    if (options.leavesOut("edits")) {
      return;
    }
    var edits = new Edits(snippets);
    try (var service = ServiceProcess.start(ours, snippets.flags(), "")) {
      service.untilReady();
      edits.run(service.address("edited"), options.isQuick() ? 100 : 1_000);
    }
    var line =
        "edits of a library under load: %d stale answers of %d; the answer after an edit takes %s ms."
            .formatted(edits.stale(), options.isQuick() ? 100 : 1_000, edits.times().shown());
    System.out.println(line);
    notes.add(line);
  }
}
