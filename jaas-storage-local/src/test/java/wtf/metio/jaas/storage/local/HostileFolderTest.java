// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wtf.metio.jaas.storage.local.Archives.OWNER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.domain.artifact.Archive;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.StoreUnavailableException;

/** Somebody else may write to the folder, and puts things there that should lead elsewhere. */
class HostileFolderTest {

  private static final Archive EMPTY = Archives.of("{}");

  @TempDir Path parent;
  private Path folder;
  private Path outside;
  private LocalArtifactStore store;

  @BeforeEach
  void open() throws IOException {
    folder = parent.resolve("store");
    outside = Files.createDirectory(parent.resolve("outside"));
    store = LocalArtifactStore.at(folder, InstantSource.system());
  }

  @Test
  void linkInThePlaceOfANamespaceIsNotFollowed() throws Exception {
    Files.createDirectory(outside.resolve("dashboards"));
    Files.createSymbolicLink(folder.resolve("team"), outside);
    everythingFails();
    assertThat(outside.resolve("dashboards")).isEmptyDirectory();
  }

  @Test
  void linkInThePlaceOfAnOwnerIsNotFollowed() throws Exception {
    Files.createDirectory(folder.resolve("team"));
    Files.createSymbolicLink(folder.resolve("team/dashboards"), outside);
    everythingFails();
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  void fileInThePlaceOfAFolderIsSaidToBeOne() throws Exception {
    Files.writeString(folder.resolve("team"), "x");
    everythingFails();
    assertThat(folder.resolve("team")).hasContent("x");
  }

  private void everythingFails() {
    var message = "something that is no folder lies in the store where a folder should be";
    assertThatThrownBy(() -> store.put(OWNER, EMPTY, Fence.OPEN))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> store.find(OWNER, EMPTY.revision())).hasMessage(message);
    assertThatThrownBy(() -> store.open(OWNER, EMPTY.revision())).hasMessage(message);
    assertThatThrownBy(() -> store.removeAll(OWNER)).hasMessage(message);
    assertThat(store.owners()).isEmpty();
    assertThat(store.sweep(Duration.ZERO)).isZero();
  }

  @Test
  void linkInThePlaceOfAnArchiveIsReplacedAndNotWhatItLeadsTo() throws Exception {
    var secret = Files.write(outside.resolve("secret"), EMPTY.bytes());
    var file = place();
    Files.createSymbolicLink(file, secret);
    assertThat(store.find(OWNER, EMPTY.revision())).isEmpty();
    assertThat(store.open(OWNER, EMPTY.revision())).isEmpty();
    assertThat(store.list(OWNER)).isEmpty();
    store.put(OWNER, EMPTY, Fence.OPEN);
    assertThat(file).isRegularFile();
    assertThat(Files.isSymbolicLink(file)).isFalse();
    assertThat(secret).hasBinaryContent(EMPTY.bytes());
  }

  @Test
  void linkInThePlaceOfARecordIsReplacedAndNotWhatItLeadsTo() throws Exception {
    var victim = Files.writeString(outside.resolve("victim"), "precious");
    Files.createSymbolicLink(Path.of(place() + ".sha256"), victim);
    store.put(OWNER, EMPTY, Fence.OPEN);
    assertThat(victim).hasContent("precious");
    assertThat(store.isSound(OWNER, EMPTY.revision())).isTrue();
  }

  @Test
  void hardLinkInThePlaceOfARecordIsReplacedAndNotWrittenTo() throws Exception {
    var victim = Files.writeString(outside.resolve("victim"), "precious");
    Files.createLink(Path.of(place() + ".sha256"), victim);
    store.put(OWNER, EMPTY, Fence.OPEN);
    assertThat(victim).hasContent("precious");
  }

  @Test
  @Timeout(20)
  void pipeInThePlaceOfAnArchiveKeepsNobodyWaiting() throws Exception {
    var file = place();
    assertThat(new ProcessBuilder("mkfifo", file.toString(), file + ".sha256").start().waitFor())
        .isZero();
    assertThat(store.find(OWNER, EMPTY.revision())).isEmpty();
    assertThat(store.open(OWNER, EMPTY.revision())).isEmpty();
    assertThat(store.isSound(OWNER, EMPTY.revision())).isFalse();
    store.put(OWNER, EMPTY, Fence.OPEN);
    assertThat(store.isSound(OWNER, EMPTY.revision())).isTrue();
  }

  @Test
  void folderInThePlaceOfAnArchiveIsAFailure() throws Exception {
    Files.createDirectories(place().resolve("not-empty"));
    assertThat(store.find(OWNER, EMPTY.revision())).isEmpty();
    assertThatThrownBy(() -> store.put(OWNER, EMPTY, Fence.OPEN))
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void linksAreNotSwept() throws Exception {
    var victim = Files.writeString(outside.resolve("victim"), "precious");
    var link = Files.createSymbolicLink(Path.of(place() + ".0123456789abcdef.tmp"), victim);
    assertThat(store.sweep(Duration.ZERO)).isZero();
    assertThat(link).exists();
    assertThat(victim).hasContent("precious");
  }

  @Test
  void folderThatIsSwappedForALinkAllTheTimeLeadsNowhere() throws Exception {
    var precious = Files.createDirectory(outside.resolve("dashboards"));
    Files.createDirectories(folder.resolve("team/dashboards"));
    var done = new CountDownLatch(1);
    try (var threads = Executors.newSingleThreadExecutor()) {
      var swapping = threads.submit(() -> swap(done));
      for (int i = 0; i < 60; i++) {
        try {
          store.put(OWNER, Archives.of("[" + i + "]"), Fence.OPEN);
          store.open(OWNER, Archives.of("[" + i + "]").revision());
          store.removeAll(OWNER);
        } catch (StoreUnavailableException _) {
          // It met the link.
        }
      }
      done.countDown();
      assertThat(swapping.get()).isGreaterThan(10);
    }
    assertThat(precious).isEmptyDirectory();
  }

  /** Lets the name of the namespace be a link and a folder in turns. */
  private int swap(CountDownLatch done) throws IOException {
    int count = 0;
    var team = folder.resolve("team");
    while (done.getCount() > 0) {
      Files.move(team, folder.resolve("away-" + count), StandardCopyOption.ATOMIC_MOVE);
      var link = Files.createSymbolicLink(parent.resolve("link-" + count), outside);
      try {
        Files.move(link, team, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException _) {
        // The store has made a folder in between.
        Files.delete(link);
        count++;
        continue;
      }
      Files.delete(team);
      Files.createDirectories(team);
      count++;
    }
    return count;
  }

  /** The path of the archive, in a folder that is there. */
  private Path place() throws IOException {
    var file = folder.resolve(EMPTY.revision().path(OWNER));
    Files.createDirectories(file.getParent());
    return file;
  }
}
