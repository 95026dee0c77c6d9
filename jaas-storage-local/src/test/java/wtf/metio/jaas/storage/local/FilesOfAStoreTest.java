// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.local;

import static org.assertj.core.api.Assertions.assertThat;
import static wtf.metio.jaas.storage.local.Archives.OWNER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.domain.artifact.Archive;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.source.FileSet;

/** What lies in the folder of a store, and what the store makes of what others left there. */
class FilesOfAStoreTest {

  private static final Archive EMPTY = Archives.of("{}");

  @TempDir Path parent;
  private Path folder;
  private LocalArtifactStore store;

  @BeforeEach
  void open() {
    folder = parent.resolve("store");
    store = storeIn(folder);
  }

  @Test
  void archiveLiesWhereTheReferencePutsIt() throws Exception {
    store.put(OWNER, EMPTY, Fence.OPEN);
    var name = "sha256-" + EMPTY.revision().text().substring(7) + ".tar.gz";
    assertThat(folder.resolve("team/dashboards").resolve(name)).hasBinaryContent(EMPTY.bytes());
    assertThat(mode(folder)).isEqualTo("rwxr-x---");
    assertThat(mode(folder.resolve("team/dashboards"))).isEqualTo("rwxr-xr-x");
    assertThat(mode(folder.resolve("team/dashboards").resolve(name))).isEqualTo("rw-r--r--");
  }

  @Test
  void recordIsWhatSha256sumChecks() throws Exception {
    store.put(OWNER, EMPTY, Fence.OPEN);
    named("blue").put(OWNER, Archives.of("[]"), Fence.OPEN);
    var check =
        new ProcessBuilder("sh", "-c", "sha256sum --strict -c *.sha256")
            .directory(folder.resolve("team/dashboards").toFile())
            .start();
    assertThat(check.waitFor()).isZero();
  }

  @Test
  void nothingElseIsLeftInTheFolder() throws Exception {
    store.put(OWNER, EMPTY, Fence.OPEN);
    store.probe();
    try (var files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile))
          .containsExactlyInAnyOrder(file(EMPTY), record(EMPTY));
    }
    store.removeAll(OWNER);
    try (var files = Files.walk(folder)) {
      assertThat(files).containsExactlyInAnyOrder(folder, folder.resolve("team"));
    }
  }

  @Test
  void plainCopyIsAStore() throws Exception {
    var stored = store.put(OWNER, EMPTY, Fence.OPEN);
    var copy = parent.resolve("copy");
    run("cp", "-r", folder.toString(), copy.toString());
    var restored = storeIn(copy);
    assertThat(restored.find(OWNER, EMPTY.revision()).orElseThrow().digest())
        .isEqualTo(stored.digest());
    assertThat(restored.isSound(OWNER, EMPTY.revision())).isTrue();
    assertThat(restored.owners()).containsExactly(OWNER);
  }

  @Test
  void copyWithoutRecordsHasThemAfterALook() throws Exception {
    var stored = store.put(OWNER, EMPTY, Fence.OPEN);
    Files.delete(record(EMPTY));
    var restored = storeIn(folder);
    assertThat(restored.list(OWNER)).containsExactly(stored);
    assertThat(record(EMPTY)).hasContent(EMPTY.digest().hex() + "  " + EMPTY.revision().fileName());
  }

  @Test
  void filesOfASourceAreRecognizedWithoutARecord() throws Exception {
    var files = FileSet.ofTexts(Map.of("main.jsonnet", "{}", "lib/a.libsonnet", "[]"));
    var archive = Archive.of(Revision.ofFiles(files), files);
    store.put(OWNER, archive, Fence.OPEN);
    Files.delete(record(archive));
    assertThat(storeIn(folder).find(OWNER, archive.revision()).orElseThrow().digest())
        .isEqualTo(archive.digest());
  }

  @Test
  void archiveOfSomethingElseIsNotAdopted() throws Exception {
    Files.createDirectories(folder.resolve("team/dashboards"));
    Files.write(file(EMPTY), Archives.of("[]").bytes());
    assertThat(store.find(OWNER, EMPTY.revision())).isEmpty();
    assertThat(store.list(OWNER)).isEmpty();
    assertThat(store.put(OWNER, EMPTY, Fence.OPEN).digest()).isEqualTo(EMPTY.digest());
    assertThat(file(EMPTY)).hasBinaryContent(EMPTY.bytes());
  }

  @Test
  void recordThatIsNoneIsMadeAnew() throws Exception {
    store.put(OWNER, EMPTY, Fence.OPEN);
    for (var nonsense : List.of("", "nonsense", "0".repeat(300), record(EMPTY) + "  x\n")) {
      Files.writeString(record(EMPTY), nonsense);
      assertThat(storeIn(folder).find(OWNER, EMPTY.revision()).orElseThrow().digest())
          .isEqualTo(EMPTY.digest());
    }
  }

  @Test
  void recordOfOtherBytesMakesAnArchiveUnsound() throws Exception {
    store.put(OWNER, EMPTY, Fence.OPEN);
    var wrong = Digest.of(new byte[] {1});
    Files.write(record(EMPTY), DigestRecord.write(EMPTY.revision(), wrong, ""));
    assertThat(storeIn(folder).isSound(OWNER, EMPTY.revision())).isFalse();
    assertThat(storeIn(folder).put(OWNER, EMPTY, Fence.OPEN).digest()).isEqualTo(EMPTY.digest());
    assertThat(storeIn(folder).isSound(OWNER, EMPTY.revision())).isTrue();
  }

  @Test
  void whoStoredAnArchiveIsWrittenBesideIt() {
    named("blue").put(OWNER, EMPTY, Fence.OPEN);
    named("green").put(OWNER, EMPTY, Fence.OPEN);
    assertThat(named("blue").isOurs(OWNER, EMPTY.revision())).isTrue();
    assertThat(named("green").isOurs(OWNER, EMPTY.revision())).isFalse();
    assertThat(store.isOurs(OWNER, EMPTY.revision())).isFalse();
    assertThat(store.isSound(OWNER, EMPTY.revision())).isTrue();
  }

  @Test
  void whatNobodySignedIsNobodys() {
    store.put(OWNER, EMPTY, Fence.OPEN);
    assertThat(store.isOurs(OWNER, EMPTY.revision())).isFalse();
    assertThat(named("blue").isOurs(OWNER, EMPTY.revision())).isFalse();
    assertThat(named("blue").isOurs(OWNER, Archives.of("[]").revision())).isFalse();
  }

  private LocalArtifactStore named(String installation) {
    return LocalArtifactStore.at(folder, InstantSource.system(), installation);
  }

  @Test
  void whatOthersPutThereStays() throws Exception {
    store.put(OWNER, EMPTY, Fence.OPEN);
    var foreign =
        List.of(
            Files.writeString(folder.resolve("README"), "x"),
            Files.writeString(folder.resolve("team/notes"), "x"),
            Files.writeString(folder.resolve("team/dashboards/v1.tar.gz"), "x"),
            Files.writeString(folder.resolve("team/dashboards/backup.tar.gz.tmp"), "x"),
            Files.writeString(folder.resolve("team/dashboards/.hidden.tmp"), "x"),
            Files.createDirectories(folder.resolve("lost+found")));
    assertThat(store.sweep(Duration.ZERO)).isZero();
    store.removeAll(OWNER);
    assertThat(foreign).allSatisfy(file -> assertThat(file).exists());
    assertThat(store.owners()).isEmpty();
  }

  @Test
  void leftoversOfBothShapesGoWhenTheyAreOld() throws Exception {
    store.put(OWNER, EMPTY, Fence.OPEN);
    var archive = file(Archives.of("[]"));
    var old =
        List.of(
            Path.of(archive + ".tmp"),
            Path.of(archive + ".0123456789abcdef.tmp"),
            Path.of(archive + ".sha256.0123456789abcdef.tmp"),
            Path.of(archive + ".sha256"),
            folder.resolve(".jaas-0123456789abcdef.tmp"));
    for (var file : old) {
      Files.setLastModifiedTime(
          Files.writeString(file, "x"), FileTime.from(Instant.now().minus(Duration.ofMinutes(31))));
    }
    var young = Files.writeString(Path.of(archive + ".fedcba9876543210.tmp"), "x");
    assertThat(store.sweep(Duration.ofMinutes(30))).isEqualTo(old.size());
    assertThat(old).allSatisfy(file -> assertThat(file).doesNotExist());
    assertThat(young).exists();
    assertThat(record(EMPTY)).exists();
  }

  @Test
  void changeBehindTheBackIsNoticedByTheNextLook() throws Exception {
    store.put(OWNER, EMPTY, Fence.OPEN);
    Files.delete(file(EMPTY));
    assertThat(store.find(OWNER, EMPTY.revision())).isEmpty();
    assertThat(store.open(OWNER, EMPTY.revision())).isEmpty();
    assertThat(store.list(OWNER)).isEmpty();
    store.put(OWNER, EMPTY, Fence.OPEN);
    run("rm", "-r", folder.resolve("team").toString());
    assertThat(store.find(OWNER, EMPTY.revision())).isEmpty();
    store.put(OWNER, EMPTY, Fence.OPEN);
    assertThat(store.isSound(OWNER, EMPTY.revision())).isTrue();
  }

  private Path file(Archive archive) {
    return folder.resolve(archive.revision().path(OWNER));
  }

  private Path record(Archive archive) {
    return Path.of(file(archive) + ".sha256");
  }

  private static LocalArtifactStore storeIn(Path folder) {
    return LocalArtifactStore.at(folder, InstantSource.system());
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static void run(String... command) throws Exception {
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }
}
