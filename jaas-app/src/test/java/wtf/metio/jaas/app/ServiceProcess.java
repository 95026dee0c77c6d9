// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The service as a process of its own. */
public final class ServiceProcess implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 60;

  private static final List<String> QUICK_START =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final Process process;
  private final Path out;
  private final Path err;

  private ServiceProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  static ServiceProcess start(Map<String, String> environment, List<String> arguments) {
    return start(QUICK_START, environment, arguments);
  }

  static ServiceProcess start(String... arguments) {
    return start(Map.of(), List.of(arguments));
  }

  /**
   * Starts the service.
   *
   * @param jvm options of the JVM
   * @param environment variables besides those of this process
   */
  public static ServiceProcess start(
      List<String> jvm, Map<String, String> environment, List<String> arguments) {
    return start(List.of(), jvm, environment, arguments);
  }

  /**
   * Flags of a service that publishes on this machine alone, and neither warms up nor lingers.
   *
   * @param ports of itself, the management, the storage and the metrics
   */
  public static List<String> publishingOn(List<Integer> ports) {
    return List.of(
        "--storage-listen-address=127.0.0.1",
        "--port=" + ports.get(0),
        "--management-port=" + ports.get(1),
        "--storage-port=" + ports.get(2),
        "--metrics-bind-address=127.0.0.1:" + ports.get(3),
        "--warm-up=0s",
        "--shutdown-delay=0s");
  }

  /** Starts the service on a file system of its own, which is no larger than this. */
  static ServiceProcess startOnDisk(Path disk, String size, List<String> arguments) {
    var mounting =
        List.of(
            "unshare",
            "--map-root-user",
            "--mount",
            "sh",
            "-c",
            "mount -t tmpfs -o size=" + size + " tmpfs \"$0\" && exec \"$@\"",
            disk.toString());
    return start(mounting, QUICK_START, Map.of(), arguments);
  }

  private static ServiceProcess start(
      List<String> wrapper,
      List<String> jvm,
      Map<String, String> environment,
      List<String> arguments) {
    try {
      var command = new ArrayList<>(wrapper);
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(jvm);
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.add(JaasApplication.class.getName());
      command.addAll(arguments);
      var out = Files.createTempFile("jaas", ".out");
      var err = Files.createTempFile("jaas", ".err");
      var builder = new ProcessBuilder(command).redirectOutput(out.toFile());
      builder.redirectError(err.toFile()).environment().putAll(environment);
      return new ServiceProcess(builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A port that nobody listens on at this moment. */
  static int freePort() {
    return freePorts(1).getFirst();
  }

  /** Ports, all different, that nobody listens on at this moment. */
  public static List<Integer> freePorts(int count) {
    var sockets = new ArrayList<ServerSocket>();
    try {
      var ports = new ArrayList<Integer>();
      for (int i = 0; i < count; i++) {
        sockets.add(new ServerSocket(0));
        ports.add(sockets.getLast().getLocalPort());
      }
      for (var socket : sockets) {
        socket.close();
      }
      return ports;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the end. */
  public int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the process has not ended; it said\n" + said());
    }
    return process.exitValue();
  }

  /** Whether the process lives. */
  public boolean isAlive() {
    return process.isAlive();
  }

  public long pid() {
    return process.pid();
  }

  /** Sends a signal such as {@code TERM}. */
  public void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** Waits until the log holds a message. */
  void awaitLogged(String message) {
    RunningService.await(
        PATIENCE_SECONDS,
        () -> {
          if (!process.isAlive() && !out().contains(message)) {
            throw new AssertionError("the process has ended; it said\n" + said());
          }
          return out().contains(message);
        });
  }

  /** What it wrote to standard output so far. */
  public String out() {
    return read(out);
  }

  /** What it wrote to standard error so far. */
  public String err() {
    return read(err);
  }

  /** What it said so far, wherever. */
  public String said() {
    return out() + err();
  }

  /**
   * Whether it says that it is ready; fails if it has ended.
   *
   * @param management the port to ask
   */
  public boolean isReady(int management) {
    if (!process.isAlive()) {
      throw new AssertionError("the process has ended; it said\n" + said());
    }
    try {
      return RawHttp.get(management, "/ready").status() == 200;
    } catch (UncheckedIOException | AssertionError _) {
      // It does not listen yet, or not yet answer.
      return false;
    }
  }

  List<String> errLines() {
    return err().lines().toList();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.destroyForcibly().waitFor();
    Files.delete(out);
    Files.delete(err);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
