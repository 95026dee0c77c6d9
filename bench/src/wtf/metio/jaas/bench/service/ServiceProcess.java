// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A service in a process of its own, on free ports; for one thread. */
public final class ServiceProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String LOOPBACK = "127.0.0.1";

  private final Process process;
  private final int port;
  private final int managementPort;
  private final long begin;
  private final Path log;

  private ServiceProcess(Process process, int port, int managementPort, long begin, Path log) {
    this.process = process;
    this.port = port;
    this.managementPort = managementPort;
    this.begin = begin;
    this.log = log;
  }

  /**
   * Starts one and returns at once.
   *
   * @param command the launcher or the reference, which takes the same flags
   * @param flags what else it is given
   * @param javaOptions what the launcher gives to the JVM
   */
  public static ServiceProcess start(List<String> command, List<String> flags, String javaOptions) {
    try {
      var ports = List.of(freePort(), freePort());
      var words = new ArrayList<>(command);
      words.addAll(flags);
      words.addAll(List.of("--port", ports.get(0).toString()));
      words.addAll(List.of("--management-port", ports.get(1).toString()));
      words.addAll(List.of("--log-level", "warn", "--shutdown-delay", "0s"));
      var log = Files.createTempFile("bench", ".log");
      var builder = new ProcessBuilder(words).redirectErrorStream(true);
      builder.redirectOutput(log.toFile()).environment().putAll(Map.of("JAVA_OPTS", javaOptions));
      long begin = System.nanoTime();
      return new ServiceProcess(builder.start(), ports.get(0), ports.get(1), begin, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A port that nobody uses now. */
  public static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the readiness probe says 200; the time since the start of the process. */
  public Duration untilReady() throws InterruptedException {
    while (process.isAlive() && System.nanoTime() - begin < PATIENCE.toNanos()) {
      if (isReady()) {
        return Duration.ofNanos(System.nanoTime() - begin);
      }
      Thread.sleep(1);
    }
    throw new IllegalStateException("not ready: " + said());
  }

  private boolean isReady() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(LOOPBACK, managementPort), 100);
      var request = "GET /ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
      return line.endsWith(" 200");
    } catch (IOException _) {
      return false;
    }
  }

  /** Where a snippet is served. */
  public URI address(String snippet) {
    return URI.create("http://" + LOOPBACK + ":" + port + "/jsonnet/" + snippet);
  }

  /** Memory of the process that is in RAM, in MB. */
  public long residentMegabytes() {
    return status("VmRSS");
  }

  /** The most of it that was in RAM at a time, in MB. */
  public long mostResidentMegabytes() {
    return status("VmHWM");
  }

  /** What it has used of all processors so far. */
  public Duration processorTime() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  private long status(String key) {
    try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
              .filter(line -> line.startsWith(key + ":"))
              .map(line -> line.replaceAll("[^0-9]", ""))
              .mapToLong(Long::parseLong)
              .findFirst()
              .orElse(0)
          * 1024
          / 1_000_000;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** What it has logged, warnings and worse. */
  public String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it. */
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    log.toFile().delete();
  }
}
