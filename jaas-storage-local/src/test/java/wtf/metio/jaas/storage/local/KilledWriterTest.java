// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.local;

import static org.assertj.core.api.Assertions.assertThat;
import static wtf.metio.jaas.storage.local.Archives.OWNER;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.artifact.Revision;

/** A process that stores without pause and is killed at any moment. */
class KilledWriterTest {

  @TempDir Path folder;

  @Test
  void whatItAnnouncedIsThere() throws Exception {
    killAgainAndAgain(6);
  }

  @Test
  @Tag("long")
  void whatItAnnouncedIsThereAfterFiveHundredKills() throws Exception {
    killAgainAndAgain(500);
  }

  private void killAgainAndAgain(int times) throws Exception {
    var random = new Random(times);
    for (int i = 0; i < times; i++) {
      var announced = new LinkedHashMap<Revision, Digest>();
      try (var process = StoreProcess.on(folder)) {
        process.send("publish kill-" + i);
        int enough = 1 + random.nextInt(60);
        while (announced.size() < enough) {
          note(process.answer().orElseThrow(), announced);
        }
        process.kill();
        for (var line = process.answer(); line.isPresent(); line = process.answer()) {
          note(line.get(), announced);
        }
      }
      everythingIsThere(announced);
    }
  }

  /** A line that was cut off is no announcement. */
  private static void note(String line, Map<Revision, Digest> announced) {
    if (line.matches("sha256:[0-9a-f]{64} sha256:[0-9a-f]{64}")) {
      var words = line.split(" ");
      announced.put(new Revision(words[0]), new Digest(words[1]));
    }
  }

  private void everythingIsThere(Map<Revision, Digest> announced) throws Exception {
    try (var store = LocalArtifactStore.at(folder, InstantSource.system())) {
      announced.forEach(
          (revision, digest) -> {
            assertThat(store.find(OWNER, revision).orElseThrow().digest()).isEqualTo(digest);
            assertThat(store.isSound(OWNER, revision)).isTrue();
          });
      for (var archive : store.list(OWNER)) {
        assertThat(store.isSound(OWNER, archive.revision())).isTrue();
      }
      store.sweep(Duration.ZERO);
      try (var files = Files.walk(folder)) {
        assertThat(files.filter(file -> file.toString().endsWith(".tmp"))).isEmpty();
      }
      store.removeAll(OWNER);
    }
  }
}
