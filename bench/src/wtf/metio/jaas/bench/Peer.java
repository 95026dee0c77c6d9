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

/** A command that renders one file and ends. */
record Peer(String name, List<String> command) {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Whether there is such a command at all. */
  boolean isThere() {
    return !command.getFirst().equals("missing");
  }

  /** Median wall time of a process; empty if it fails or takes too long. */
  Optional<Duration> cold(Workload workload, int runs) {
    var times = new ArrayList<Duration>();
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (times.size() < runs && (times.size() < 3 || System.nanoTime() < end)) {
      var time = once(workload);
      if (time.isEmpty()) {
        return Optional.empty();
      }
      times.add(time.get());
    }
    return Optional.of(Times.median(times));
  }

  private Optional<Duration> once(Workload workload) {
    try {
      var begin = System.nanoTime();
      var process = start(workload, ProcessBuilder.Redirect.DISCARD);
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

  /** What it prints; empty if it fails. */
  Optional<byte[]> output(Workload workload) {
    try {
      var file = Files.createTempFile("bench", ".out");
      try {
        var process = start(workload, ProcessBuilder.Redirect.to(file.toFile()));
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

  private Process start(Workload workload, ProcessBuilder.Redirect output) throws IOException {
    var words = new ArrayList<>(command);
    words.addAll(List.of("-J", workload.library(), workload.main()));
    return new ProcessBuilder(words)
        .directory(Path.of(workload.folder().toString()).toFile())
        .redirectOutput(output)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
