// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class FolderWatchTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  @TempDir private Path root;

  @Test
  void aChangeEndsTheWait() throws Exception {
    try (var watch = FolderWatch.open()) {
      watch.follow(List.of(root));
      Files.writeString(root.resolve("a.yaml"), "1");

      assertThat(watch.await(LONG)).isTrue();
    }
  }

  @Test
  void aFolderThatWasTakenAwayIsNotWatchedAndTheOthersStillAre() throws Exception {
    var sub = Files.createDirectory(root.resolve("sub"));
    try (var watch = FolderWatch.open()) {
      watch.follow(List.of(root, sub));
      Files.delete(sub);
      assertThat(watch.await(LONG)).isTrue();
      watch.follow(List.of(root));
      Files.writeString(root.resolve("a.yaml"), "1");

      assertThat(watch.await(LONG)).isTrue();
    }
  }

  @Test
  void withoutAChangeTheWaitEndsInTime() throws IOException, InterruptedException {
    try (var watch = FolderWatch.open()) {
      watch.follow(List.of(root));

      assertThat(watch.await(Duration.ofMillis(5))).isTrue();
    }
  }

  @Test
  void closingEndsTheWaitForGood() throws Exception {
    var watch = FolderWatch.open();
    watch.follow(List.of(root));
    var waiting =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return watch.await(LONG);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    watch.close();

    assertThat(waiting.get()).isFalse();
    assertThat(watch.await(LONG)).isFalse();
  }
}
