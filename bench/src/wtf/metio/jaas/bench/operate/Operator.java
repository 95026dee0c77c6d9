// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench.operate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import wtf.metio.jaas.bench.service.Metrics;
import wtf.metio.jaas.bench.service.ServiceProcess;
import wtf.metio.jaas.testservers.cluster.Awaiting;

/** The service as the operator of a cluster, from its start to its end; for one thread. */
final class Operator implements AutoCloseable {

  /**
   * What it has done since its start.
   *
   * @param requests that are neither watches nor writes of the lease
   * @param writes those requests that are more than questions
   */
  record Deeds(long requests, long writes, long renders) {

    Deeds since(Deeds before) {
      return new Deeds(
          requests - before.requests, writes - before.writes, renders - before.renders);
    }
  }

  private static final String REQUESTS = "rest_client_requests_total{";

  /** From the moment the lease was written until its writer has counted that. */
  private static final Duration ANSWER = Duration.ofMillis(500);

  private static final Duration LOOK = Duration.ofMillis(75);

  private final ServiceProcess process;
  private final Metrics metrics;
  private final Lease lease;
  private final long leaseWritesBefore;

  private Operator(ServiceProcess process, Metrics metrics, Lease lease, long leaseWritesBefore) {
    this.process = process;
    this.metrics = metrics;
    this.lease = lease;
    this.leaseWritesBefore = leaseWritesBefore;
  }

  /** Starts one and returns at once. */
  static Operator start(String launcher, List<String> flags, Lease lease) {
    long leaseWrites = lease.writes();
    var metrics = new Metrics();
    var all = new ArrayList<>(flags);
    all.addAll(metrics.flags());
    var process = ServiceProcess.start(List.of(launcher), all, "");
    return new Operator(process, metrics, lease, leaseWrites);
  }

  /** Waits until it is ready and leads. */
  void awaitReady() throws InterruptedException {
    process.untilReady();
    lease.taken();
  }

  /** Since when it leads. */
  Instant leadsSince() {
    return lease.taken();
  }

  /** Processor time of the process. */
  Duration processor() {
    return process.processorTime();
  }

  long mostResidentMegabytes() {
    return process.mostResidentMegabytes();
  }

  /** Waits for a moment at which nothing but the lease was asked for just now, then counts. */
  Deeds settled() throws InterruptedException {
    lease.awaitRenewal();
    Thread.sleep(ANSWER);
    return deeds();
  }

  /** Counts; a write of the lease just now may be counted by one side only. */
  Deeds deeds() {
    var scrape = metrics.scrape();
    long leaseWrites = lease.writes() - leaseWritesBefore;
    double requests = Metrics.sum(scrape, "rest_client_request_duration_seconds_count{");
    double asked = Metrics.sum(scrape, REQUESTS);
    var questions = scrape.stream().filter(line -> line.contains("method=\"GET\"")).toList();
    return new Deeds(
        (long) requests - leaseWrites,
        (long) (asked - Metrics.sum(questions, REQUESTS)) - leaseWrites,
        (long) Metrics.sum(scrape, "jaas_eval_duration_seconds_count{outcome=\"rendered\"}"));
  }

  /** Waits until it has looked at so many different snippets; when that was. */
  Instant awaitPasses(int snippets) {
    Awaiting.until("all snippets were looked at", () -> passed() >= snippets);
    return Instant.now();
  }

  /** Each has a series of its own, so that a second look at one is not taken for another one. */
  private long passed() {
    // Asked all the time, it would be busy with answers.
    LockSupport.parkNanos(LOOK.toNanos());
    return metrics.scrape().stream()
        .filter(line -> line.startsWith("jaas_snippet_reconcile_total{"))
        .count();
  }

  /** Ends it; the lease is free when this returns. */
  @Override
  public void close() throws InterruptedException {
    if (!process.isAlive()) {
      System.err.println("The operator has ended; it said:\n" + process.said());
    }
    process.close();
    lease.awaitFree();
  }
}
