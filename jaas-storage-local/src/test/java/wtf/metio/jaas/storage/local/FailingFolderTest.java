// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when a disk is full, cannot be written to or goes away, and is well again. */
class FailingFolderTest {

  @TempDir Path parent;
  private Path folder;
  private StoreProcess process;

  @BeforeEach
  void mountSmallDisk() throws IOException {
    folder = Files.createDirectory(parent.resolve("store"));
    process = StoreProcess.withMountsOfItsOwn(folder);
    process.shell("mount -t tmpfs -o size=256k none " + folder);
  }

  @AfterEach
  void end() throws Exception {
    process.close();
  }

  @Test
  void fullDiskIsSaidToBeFullAndKeepsWhatItHas() throws Exception {
    var stored = process.tell("put {}");
    process.shell("! dd if=/dev/zero bs=4k of=" + folder + "/filler");
    assertThat(process.tell("probe")).isEqualTo("FULL: the folder of the store has no space left");
    assertThat(process.tell("put-noise 20000"))
        .isEqualTo("FULL: the folder of the store has no space left");
    assertThat(process.tell("find {}")).isEqualTo(stored);
    assertThat(process.tell("put {}")).isEqualTo(stored);
    process.shell("test -z \"$(find " + folder + " -name '*.tmp')\"");
    process.shell("rm " + folder + "/filler");
    assertThat(process.tell("probe")).isEqualTo("well");
    assertThat(process.tell("put-noise 20000")).startsWith("stored");
  }

  @Test
  void archiveThatDoesNotFitLeavesNothing() throws Exception {
    assertThat(process.tell("put-noise 500000")).startsWith("FULL");
    process.shell("test -z \"$(find " + folder + " -type f)\"");
    assertThat(process.tell("put {}")).startsWith("stored");
  }

  @Test
  void readOnlyFolderIsReadAndSaidToBeReadOnly() throws Exception {
    var stored = process.tell("put {}");
    process.shell("mount -o remount,ro " + folder);
    assertThat(process.tell("probe"))
        .isEqualTo("READ_ONLY: the folder of the store can only be read");
    assertThat(process.tell("put []")).startsWith("READ_ONLY");
    assertThat(process.tell("find {}")).isEqualTo(stored);
    assertThat(process.tell("put {}")).isEqualTo(stored);
    assertThat(process.tell("sound {}")).isEqualTo("true");
    process.shell("mount -o remount,rw " + folder);
    assertThat(process.tell("probe")).isEqualTo("well");
    assertThat(process.tell("put []")).startsWith("stored");
  }

  @Test
  void archiveWithoutARecordCanBeFoundInAReadOnlyFolder() throws Exception {
    var stored = process.tell("put {}");
    process.shell("find " + folder + " -name '*.sha256' -delete; mount -o remount,ro " + folder);
    assertThat(process.tell("find {}")).isEqualTo(stored);
    assertThat(process.tell("put {}")).isEqualTo(stored);
  }

  @Test
  void folderThatIsRemovedIsMadeAgain() throws Exception {
    process.shell("umount " + folder);
    process.tell("put {}");
    process.shell("rm -r " + folder);
    assertThat(process.tell("find {}")).isEqualTo("absent");
    assertThat(process.tell("probe")).isEqualTo("well");
    process.shell("rm -r " + folder);
    assertThat(process.tell("put {}")).startsWith("stored");
    process.shell("test $(stat -c %a " + folder + ") = 750");
  }

  @Test
  void volumeThatGoesAwayIsMissedUntilItIsBack() throws Exception {
    var volume = Files.createDirectory(parent.resolve("volume"));
    try (var inVolume = StoreProcess.on(volume.resolve("store"))) {
      var stored = inVolume.tell("put {}");
      Files.move(volume, parent.resolve("elsewhere"));
      var missing = "MISSING: the folder of the store is not there";
      assertThat(inVolume.tell("find {}")).isEqualTo(missing);
      assertThat(inVolume.tell("put []")).isEqualTo(missing);
      assertThat(inVolume.tell("probe")).isEqualTo(missing);
      Files.move(parent.resolve("elsewhere"), volume);
      assertThat(inVolume.tell("find {}")).isEqualTo(stored);
      assertThat(inVolume.tell("put []")).startsWith("stored");
    }
  }
}
