// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench.operate;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import wtf.metio.jaas.bench.Ledger;
import wtf.metio.jaas.bench.Options;
import wtf.metio.jaas.bench.Spread;
import wtf.metio.jaas.bench.operate.Operator.Deeds;

/** Prints how an operator follows the snippets of a cluster. */
final class Operate {

  private static final int WAVE = 300;

  /** Until the start itself costs nothing any more. */
  private static final Duration SETTLING = Duration.ofSeconds(3);

  private static final String NONE = "-";
  private static final List<String> HEAD =
      List.of(
          "what",
          "snippets",
          "submitted, s",
          "done, s",
          "p50, s",
          "p99, s",
          "processor, s",
          "resident at most, MB",
          "requests",
          "each",
          "writes",
          "renders");

  private final Options options;
  private final int many;
  private final Duration rest;
  private final Duration aftermath;
  private final Ledger table;

  private Operate(Options options) {
    this.options = options;
    this.many =
        options.has("--snippets")
            ? Integer.parseInt(options.text("--snippets"))
            : options.isQuick() ? WAVE : 5_000;
    this.rest = Duration.ofSeconds(options.isQuick() ? 10 : 60);
    this.aftermath = rest.dividedBy(3);
    this.table = options.ledger("operator", HEAD);
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    new Operate(new Options(arguments)).run();
  }

  private void run() throws IOException, InterruptedException {
    table.printHead();
    try (var site = Site.prepare()) {
      waves(site);
      many(site);
    }
    if (!options.isQuick()) {
      table.write(
          List.of(
              "*Done* is when a watch has shown the last snippet ready, in its present generation"
                  + " and with an address that is new, or gone; *p50* and *p99* are of single"
                  + " snippets, each from its own submission. *Requests* are neither watches nor"
                  + " writes of the lease, *writes* those of them that are no GET. The restart is"
                  + " done when all snippets were looked at, which is measured from the moment the"
                  + " lease was taken, to a tenth of a second; the other figures of that row count"
                  + " from the start of the process."));
    }
  }

  private void waves(Site site) throws InterruptedException {
    try (var rehearsal = site.crowd(WAVE)) {
      rehearsal.rehearse();
    }
    try (var first = site.crowd(WAVE);
        var second = site.crowd(WAVE);
        var operator = operator(site)) {
      operator.awaitReady();
      Thread.sleep(SETTLING);
      wave("created soon after the start", operator, first, first::create);
      wave("edited", operator, first, first::edit);
      wave("deleted", operator, first, first::delete);
      wave("created again", operator, second, second::create);
      wave("edited again", operator, second, second::edit);
      wave("deleted again", operator, second, second::delete);
    }
  }

  private void many(Site site) throws InterruptedException {
    try (var crowd = site.crowd(many)) {
      try (var operator = operator(site)) {
        operator.awaitReady();
        Thread.sleep(SETTLING);
        wave("many created soon after the start", operator, crowd, crowd::create);
        Thread.sleep(aftermath);
        rest(operator);
      }
      try (var operator = operator(site)) {
        restart(operator);
      }
    }
  }

  private Operator operator(Site site) {
    return site.operator(options.text("--jaas"));
  }

  private void wave(String what, Operator operator, Crowd crowd, Supplier<Timing> changes)
      throws InterruptedException {
    var before = operator.deeds();
    var processor = operator.processor();
    var timing = changes.get();
    var spent = seconds(operator.processor().minus(processor));
    var deeds = operator.settled().since(before);
    var times =
        List.of(
            seconds(timing.submitted()),
            seconds(timing.done()),
            seconds(timing.percentile(50)),
            seconds(timing.percentile(99)));
    row(what, crowd.size(), times, spent, operator, deeds);
  }

  private void rest(Operator operator) throws InterruptedException {
    var before = operator.settled();
    var processor = operator.processor();
    long begin = System.nanoTime();
    Thread.sleep(rest);
    var spent = operator.processor().minus(processor);
    double share = 100.0 * spent.toNanos() / (System.nanoTime() - begin);
    var deeds = operator.settled().since(before);
    var shown = seconds(spent) + " (" + Spread.digits(share) + " %)";
    row("many at rest", many, times(rest), shown, operator, deeds);
  }

  private void restart(Operator operator) throws InterruptedException {
    var took = Duration.between(operator.leadsSince(), operator.awaitPasses(many));
    var spent = seconds(operator.processor());
    // So that what should not be done after all would have been.
    Thread.sleep(aftermath);
    row("restart over many", many, times(took), spent, operator, operator.settled());
  }

  private static List<String> times(Duration done) {
    return List.of(NONE, seconds(done), NONE, NONE);
  }

  private void row(
      String what, int snippets, List<String> times, String spent, Operator operator, Deeds deeds) {
    table.put(
        List.of(
            what,
            Integer.toString(snippets),
            times.get(0),
            times.get(1),
            times.get(2),
            times.get(3),
            spent,
            Long.toString(operator.mostResidentMegabytes()),
            Long.toString(deeds.requests()),
            String.format(Locale.ROOT, "%.2f", (double) deeds.requests() / snippets),
            Long.toString(deeds.writes()),
            Long.toString(deeds.renders())));
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.2f", time.toNanos() / 1e9);
  }
}
