// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench.serve;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import wtf.metio.jaas.bench.Ledger;
import wtf.metio.jaas.bench.Options;
import wtf.metio.jaas.bench.Spread;
import wtf.metio.jaas.bench.load.Wrk;
import wtf.metio.jaas.bench.service.ServiceProcess;

/** Prints how fast stored archives are served, beside nginx on the same files. */
final class Serve {

  private static final List<String> HEAD =
      List.of(
          "what",
          "JaaS, answers/s",
          "MB/s",
          "p99, ms",
          "failures",
          "most resident, MB",
          "nginx, answers/s",
          "p99, ms ",
          "x",
          "wanted");

  private static final double MEGA = 1e6;

  private final Options options;
  private final Ledger table;
  private final List<String> notes = new ArrayList<>();
  private final StoredFiles files;

  private Serve(Options options) throws IOException {
    this.options = options;
    this.table = options.ledger("serve", HEAD);
    this.files = StoredFiles.create();
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    new Serve(new Options(arguments)).run();
  }

  private void run() throws IOException, InterruptedException {
    if (!Wrk.isThere() || !Nginx.isThere()) {
      System.out.println("!!! NO wrk OR NO nginx: install them, nothing is measured !!!");
      return;
    }
    table.printHead();
    row("5 kB, 4 connections", files.small(), 4, "x 0.5");
    row("64 MiB, 16 connections", files.large(), 16, "300 MB");
    if (!options.isQuick()) {
      notes.add("One service a row; 10 s after 8 s of warming up, then nginx for as long.");
      table.write(notes);
    }
  }

  private void row(String name, String path, int connections, String wanted)
      throws IOException, InterruptedException {
    if (options.leavesOut(name)) {
      return;
    }
    long size = Files.size(Path.of(files.folder() + path));
    Wrk.Run us;
    long megabytes;
    int port = freePort();
    try (var service = ServiceProcess.start(List.of(options.text("--jaas")), flags(port), "")) {
      service.untilReady();
      us = loaded(port, path, connections);
      megabytes = service.mostResidentMegabytes();
    }
    Wrk.Run them;
    try (var nginx = Nginx.on(files.folder())) {
      them = loaded(nginx.port(), path, connections);
    }
    table.put(
        List.of(
            name,
            Spread.digits(us.perSecond()),
            Spread.digits(us.perSecond() * size / MEGA),
            Spread.millis(us.p99()),
            String.valueOf(us.failures()),
            String.valueOf(megabytes),
            Spread.digits(them.perSecond()),
            Spread.millis(them.p99()),
            Spread.digits(us.perSecond() / them.perSecond()),
            wanted));
  }

  private Wrk.Run loaded(int port, String path, int connections) {
    var address = URI.create("http://127.0.0.1:" + port + path);
    Wrk.run(address, Duration.ofSeconds(options.isQuick() ? 3 : 8), List.of(), connections);
    return Wrk.run(address, Duration.ofSeconds(options.isQuick() ? 3 : 10), List.of(), connections);
  }

  /** A service that serves what lies in the store and publishes nothing. */
  private List<String> flags(int port) throws IOException {
    return List.of(
        "--manifest-directory",
        Files.createTempDirectory("manifests").toString(),
        "--storage-path",
        files.folder().toString(),
        "--storage-base-url",
        "http://127.0.0.1:" + port,
        "--storage-listen-address",
        "127.0.0.1",
        "--storage-port",
        String.valueOf(port));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
