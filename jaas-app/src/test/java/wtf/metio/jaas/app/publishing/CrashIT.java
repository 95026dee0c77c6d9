// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.app.RunningService;

/** A service that publishes without pause and is killed at any moment, again and again. */
class CrashIT {

  private static final Duration SWEPT = Duration.ofSeconds(2);
  private static final int PATIENCE_SECONDS = 300;

  @TempDir private Path root;

  @Test
  void whatIsAdvertisedSurvives() throws Exception {
    killAgainAndAgain(5);
  }

  @Test
  @Tag("long")
  void whatIsAdvertisedSurvivesFiveHundredKills() throws Exception {
    killAgainAndAgain(500);
  }

  private void killAgainAndAgain(int times) throws Exception {
    var random = new Random(times);
    var edits = new Edits(root.resolve("manifests"));
    edits.once();
    for (int i = 0; i < times; i++) {
      try (var service = KillableService.start(root, SWEPT)) {
        new Advertised(service, edits.names()).areAllThere();
        if (i % 10 == 9) {
          awaitSwept();
          System.out.println("killed " + i + " times, and all is there");
        }
        long before = service.published();
        try (var _ = edits.begin()) {
          RunningService.await(PATIENCE_SECONDS, () -> service.published() > before);
          LockSupport.parkNanos(random.nextLong(Duration.ofMillis(400).toNanos()));
          service.kill();
        }
      }
    }
    try (var service = KillableService.start(root, SWEPT)) {
      var advertised = new Advertised(service, edits.names());
      advertised.areAllThere();
      assertThat(advertised.count()).isGreaterThanOrEqualTo(edits.names().size());
      awaitSwept();
    }
  }

  /** A process that is killed soon after its start has no time to sweep; the next one has. */
  private void awaitSwept() {
    RunningService.await(PATIENCE_SECONDS, () -> leftovers(Instant.now()).isEmpty());
  }

  /** Temporary files that were written before a moment. */
  private List<Path> leftovers(Instant before) {
    try (Stream<Path> files = Files.walk(root.resolve("storage"))) {
      return files
          .filter(file -> file.toString().endsWith(".tmp"))
          .filter(file -> isOlder(file, before))
          .toList();
    } catch (IOException | UncheckedIOException _) {
      // Something went away while it was looked at.
      return leftovers(before);
    }
  }

  private static boolean isOlder(Path file, Instant moment) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
    } catch (IOException _) {
      return false;
    }
  }
}
