// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A server that runs; it ends with this JVM at the latest. */
final class ServerProcess {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Between two looks; if more went by, the machine stood still. */
  private static final Duration STEP = Duration.ofSeconds(5);

  private static final int GRACE_SECONDS = 15;
  private static final int LOOK_MILLIS = 20;
  private static final int LAST_CHARACTERS = 4_000;
  private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(ServerProcess::endAll, "servers"));
  }

  private final Process process;
  private final Path log;

  private ServerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a server.
   *
   * @param environment variables besides those of this process
   * @param log takes everything that the server prints
   */
  static ServerProcess start(List<String> command, Map<String, String> environment, Path log) {
    try {
      var builder = new ProcessBuilder(command);
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      var process = builder.start();
      RUNNING.add(process);
      return new ServerProcess(process, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void endAll() {
    RUNNING.forEach(Process::destroyForcibly);
    RUNNING.forEach(process -> process.onExit().join());
    TemporaryFolder.deleteAll();
  }

  /** Asks again and again until the server is ready; fails if it ends or takes too long. */
  ServerProcess awaitReady(BooleanSupplier ready) {
    long left = PATIENCE.toNanos();
    long before = System.nanoTime();
    while (!ready.getAsBoolean()) {
      long now = System.nanoTime();
      left -= Math.min(now - before, STEP.toNanos());
      before = now;
      if (ended(LOOK_MILLIS) || left < 0) {
        kill();
        throw new IllegalStateException("The server is not ready; it said:\n" + lastWords());
      }
    }
    return this;
  }

  /** Whether it runs. */
  boolean alive() {
    return process.isAlive();
  }

  /** Fails if it runs: nobody starts a server twice. */
  void ensureEnded() {
    if (process.isAlive()) {
      throw new IllegalStateException("the server runs");
    }
  }

  /** Asks it to end, and ends it if it does not. */
  void stop() {
    process.destroy();
    if (!ended(TimeUnit.SECONDS.toMillis(GRACE_SECONDS))) {
      process.destroyForcibly();
    }
    gone();
  }

  /** Ends it without asking. */
  void kill() {
    process.destroyForcibly();
    gone();
  }

  /** Lets it hold its connections and do nothing until it is sent {@code CONT}. */
  void signal(String name) {
    try {
      var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
      if (kill.waitFor() != 0) {
        throw new IllegalStateException("no process to send " + name + " to");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void gone() {
    ended(TimeUnit.SECONDS.toMillis(GRACE_SECONDS));
    RUNNING.remove(process);
  }

  private boolean ended(long millis) {
    try {
      return process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private String lastWords() {
    try {
      var words = Files.readString(log);
      return words.substring(Math.max(0, words.length() - LAST_CHARACTERS));
    } catch (IOException e) {
      return "nothing that could be read: " + e.getMessage();
    }
  }
}
