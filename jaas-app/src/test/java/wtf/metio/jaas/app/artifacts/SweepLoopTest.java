// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.domain.artifact.StoreProblem;
import wtf.metio.jaas.storage.local.LocalArtifactStore;

class SweepLoopTest {

  private static final Duration OFTEN = Duration.ofMillis(5);

  @TempDir Path folder;

  @Test
  @Timeout(30)
  void leftoverGoesWithoutAnybodyAsking() throws Exception {
    var leftover =
        Files.createDirectories(folder.resolve("team/x"))
            .resolve("sha256-" + "0".repeat(64) + ".tar.gz.tmp");
    // An empty folder would be swept away before there is anything in it.
    Files.writeString(leftover, "x");
    var store = LocalArtifactStore.at(folder, InstantSource.system());
    try (var _ = SweepLoop.start(store, OFTEN, Duration.ZERO, () -> {})) {
      while (Files.exists(leftover)) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void failureIsCountedAndTheNextSweepComes() throws Exception {
    var failures = new CountDownLatch(3);
    var store = new BrokenStore(StoreProblem.UNREACHABLE, -1);
    try (var _ = SweepLoop.start(store, OFTEN, Duration.ZERO, failures::countDown)) {
      assertThat(failures.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void intervalOfZeroMeansNever() throws Exception {
    var failures = new CountDownLatch(1);
    var store = new BrokenStore(StoreProblem.UNREACHABLE, -1);
    try (var _ = SweepLoop.start(store, Duration.ZERO, Duration.ZERO, failures::countDown)) {
      assertThat(failures.await(100, TimeUnit.MILLISECONDS)).isFalse();
    }
  }
}
