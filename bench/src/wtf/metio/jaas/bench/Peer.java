// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A command that renders one file and ends.
 *
 * @param name as people read it
 * @param command its words, the first of which is {@code missing} where there is no such command
 */
record Peer(String name, List<String> command) {

  static final String MISSING = "missing";

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Whether there is such a command at all. */
  boolean isThere() {
    return !command.contains(MISSING);
  }

  /** Wall time of a process from its start to its end; empty if it fails or takes too long. */
  Optional<Duration> cold(Workload workload) {
    try {
      var begin = System.nanoTime();
      var process = start(workload, List.of(), ProcessBuilder.Redirect.DISCARD);
      var ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      var time = Duration.ofNanos(System.nanoTime() - begin);
      process.destroyForcibly();
      return ended && process.exitValue() == 0 ? Optional.of(time) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /**
   * Times that it measures itself, one line of microseconds each, in their order; none if it fails.
   */
  List<Duration> warm(Workload workload, List<String> options) {
    var times = new ArrayList<Duration>();
    output(workload, options)
        .ifPresent(
            lines ->
                new String(lines)
                    .lines()
                    .forEach(line -> times.add(Duration.ofNanos(1_000 * Long.parseLong(line)))));
    return times;
  }

  /** What it prints; empty if it fails. */
  Optional<byte[]> output(Workload workload, List<String> options) {
    try {
      var file = Files.createTempFile("bench", ".out");
      try {
        var process = start(workload, options, ProcessBuilder.Redirect.to(file.toFile()));
        return process.waitFor() == 0 ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private Process start(Workload workload, List<String> options, ProcessBuilder.Redirect output)
      throws IOException {
    var words = new ArrayList<>(command);
    words.addAll(options);
    words.addAll(List.of("-J", workload.library(), workload.main()));
    return new ProcessBuilder(words)
        .directory(Path.of(workload.folder().toString()).toFile())
        .redirectOutput(output)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
