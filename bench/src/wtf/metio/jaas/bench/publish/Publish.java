// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import wtf.metio.jaas.bench.Ledger;
import wtf.metio.jaas.bench.Options;
import wtf.metio.jaas.bench.Spread;
import wtf.metio.jaas.bench.service.Metrics;
import wtf.metio.jaas.bench.service.ServiceProcess;

/** Prints how a folder of many snippets is published. */
final class Publish {

  private static final int USERS = 100;
  private static final int LOOKS = 5;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final List<String> HEAD =
      List.of("what", "snippets", "time, s", "snippets/s", "renders", "writes", "resident, MB");

  private final Options options;
  private final int snippets;
  private final Ledger table;
  private final Metrics metrics = new Metrics();

  private Publish(Options options) {
    this.options = options;
    this.snippets =
        options.has("--snippets")
            ? Integer.parseInt(options.text("--snippets"))
            : options.isQuick() ? 500 : 10_000;
    this.table = options.ledger("publish", HEAD);
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    new Publish(new Options(arguments)).run();
  }

  private void run() throws IOException, InterruptedException {
    table.printHead();
    try (var town = new Town(Files.createDirectories(Path.of("bench", ".results")))) {
      town.describe(snippets, USERS);
      try (var service = start(town)) {
        first(town, service);
        looks(town, service);
        library(town, service);
      }
      try (var service = start(town)) {
        restart(town, service);
      }
    }
    if (!options.isQuick()) {
      table.write(
          List.of(
              "A look at nothing new is what the service does by itself, with or without a notice;"
                  + " its time is the mean of "
                  + LOOKS
                  + " looks. The library that is edited has "
                  + USERS
                  + " users; the time is from the edit to the last status."));
    }
  }

  private ServiceProcess start(Town town) {
    var flags =
        new ArrayList<>(
            List.of(
                "--manifest-directory",
                town.manifests.toString(),
                "--storage-path",
                town.storage.toString(),
                "--state-path",
                town.state.toString(),
                "--storage-base-url",
                "http://127.0.0.1",
                "--storage-listen-address",
                "127.0.0.1",
                "--storage-port",
                Integer.toString(ServiceProcess.freePort())));
    flags.addAll(metrics.flags());
    return ServiceProcess.start(List.of(options.text("--jaas")), flags, "");
  }

  private void first(Town town, ServiceProcess service) throws InterruptedException {
    service.untilReady();
    await(() -> town.statuses().size() == snippets);
    var times = town.statuses();
    var took = between(times.getFirst(), times.getLast());
    row("first publication", snippets, took, renders(), town.written().size(), service);
  }

  /** A file beside the manifests is a notice; what it says is nothing to them. */
  private void looks(Town town, ServiceProcess service) throws IOException, InterruptedException {
    // Files that were just written are read again.
    Thread.sleep(5_000);
    var before = town.written();
    double rendersBefore = renders();
    double count = metrics.sum("jaas_manifest_look_seconds_count");
    double seconds = metrics.sum("jaas_manifest_look_seconds_sum");
    for (int i = 0; i < LOOKS; i++) {
      double looked = metrics.sum("jaas_manifest_look_seconds_count");
      Files.writeString(town.manifests.resolve("notice.txt"), "" + i);
      await(() -> metrics.sum("jaas_manifest_look_seconds_count") > looked);
    }
    double mean =
        (metrics.sum("jaas_manifest_look_seconds_sum") - seconds)
            / (metrics.sum("jaas_manifest_look_seconds_count") - count);
    row(
        "a look at nothing new",
        snippets,
        Duration.ofNanos((long) (mean * 1e9)),
        renders() - rendersBefore,
        differing(town, before),
        service);
  }

  private void library(Town town, ServiceProcess service) throws IOException, InterruptedException {
    var before = town.written();
    double rendersBefore = renders();
    var begin = Instant.now();
    town.library("few", 2);
    await(() -> renders() - rendersBefore >= USERS && town.statuses().size() == snippets);
    Thread.sleep(3_000);
    var last = town.statuses().getLast();
    row(
        "one library edited",
        USERS,
        Duration.between(begin, last.toInstant()),
        renders() - rendersBefore,
        differing(town, before),
        service);
  }

  private void restart(Town town, ServiceProcess service) throws InterruptedException {
    var before = town.written();
    var begin = System.nanoTime();
    service.untilReady();
    await(() -> metrics.sum("jaas_snippet_queue_wait_seconds_count") >= snippets);
    await(() -> metrics.sum("jaas_snippet_queue_under_way") == 0);
    var took = Duration.ofNanos(System.nanoTime() - begin);
    row("restart, from the start", snippets, took, renders(), differing(town, before), service);
  }

  private void row(
      String what, int count, Duration took, double renders, int writes, ServiceProcess service) {
    double seconds = took.toNanos() / 1e9;
    table.put(
        List.of(
            what,
            Integer.toString(count),
            String.format(Locale.ROOT, "%.2f", seconds),
            Spread.digits(count / seconds),
            Long.toString((long) renders),
            Integer.toString(writes),
            Long.toString(service.residentMegabytes())));
  }

  private static int differing(Town town, Map<Path, FileTime> before) {
    var now = town.written();
    var all = new HashSet<>(now.keySet());
    all.addAll(before.keySet());
    all.removeIf(file -> now.containsKey(file) && now.get(file).equals(before.get(file)));
    return all.size();
  }

  private static Duration between(FileTime first, FileTime last) {
    return Duration.between(first.toInstant(), last.toInstant());
  }

  private double renders() {
    return metrics.sum("jaas_eval_duration_seconds_count{outcome=\"rendered\"}");
  }

  private interface Condition {
    boolean holds();
  }

  private static void await(Condition condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("it did not happen within " + PATIENCE);
      }
      Thread.sleep(200);
    }
  }
}
