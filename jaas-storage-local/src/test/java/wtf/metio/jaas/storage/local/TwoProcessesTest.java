// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.local;

import static org.assertj.core.api.Assertions.assertThat;
import static wtf.metio.jaas.storage.local.Archives.OWNER;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.domain.artifact.Fence;

/** Two processes on one folder. */
class TwoProcessesTest {

  private static final int ARCHIVES = 200;

  @TempDir Path folder;

  @Test
  void oneFindsWhatTheOtherStored() throws Exception {
    var store = LocalArtifactStore.at(folder, InstantSource.system());
    try (var other = StoreProcess.on(folder)) {
      assertThat(other.tell("find {}")).isEqualTo("absent");
      var stored = store.put(OWNER, Archives.of("{}"), Fence.OPEN);
      assertThat(other.tell("find {}")).isEqualTo("stored " + stored.digest());
      assertThat(other.tell("put []")).startsWith("stored");
      assertThat(store.list(OWNER)).hasSize(2);
      store.removeAll(OWNER);
      assertThat(other.tell("find {}")).isEqualTo("absent");
      assertThat(other.tell("list")).isEqualTo("0");
    }
  }

  @Test
  void bothMayStoreTheSameAtTheSameTime() throws Exception {
    var store = LocalArtifactStore.at(folder, InstantSource.system());
    try (var other = StoreProcess.on(folder)) {
      for (int i = 0; i < ARCHIVES; i++) {
        other.send("put [" + i + "]");
      }
      var ours = new ArrayList<String>();
      for (int i = 0; i < ARCHIVES; i++) {
        var archive = Archives.of("[" + (ARCHIVES - 1 - i) + "]");
        ours.add("stored " + store.put(OWNER, archive, Fence.OPEN).digest());
      }
      for (var digest : ours.reversed()) {
        assertThat(other.answer()).hasValue(digest);
      }
      assertThat(store.list(OWNER)).hasSize(ARCHIVES);
      assertThat(store.list(OWNER)).allMatch(archive -> store.isSound(OWNER, archive.revision()));
    }
  }

  @Test
  void oneMayRemoveWhatTheOtherIsStoring() throws Exception {
    var store = LocalArtifactStore.at(folder, InstantSource.system());
    try (var other = StoreProcess.on(folder)) {
      other.send("publish x");
      Set<String> seen = new HashSet<>();
      while (seen.size() < 50) {
        store.list(OWNER).forEach(archive -> seen.add(archive.revision().text()));
        store.removeAll(OWNER);
        store.sweep(Duration.ofHours(1));
        assertThat(other.answer().orElseThrow()).startsWith("sha256:");
      }
    }
  }
}
