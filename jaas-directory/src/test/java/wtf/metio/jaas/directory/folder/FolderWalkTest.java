// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWalkTest {

  @TempDir private Path root;

  @Test
  void filesAreFoundHoweverDeepAndHiddenOnesAreNot() throws IOException {
    write("a.yaml", "");
    write("b/c/d.yaml", "");
    write(".hidden.yaml", "");
    write(".git/e.yaml", "");
    write("f.txt", "");

    assertThat(list().files()).containsOnlyKeys("a.yaml", "b/c/d.yaml");
    assertThat(list().isWhole()).isTrue();
  }

  @Test
  void everyWayToChangeAFileChangesItsStamp() throws IOException {
    var file = write("a.yaml", "12");
    var before = list().files().get("a.yaml");

    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    var dated = list().files().get("a.yaml");
    assertThat(dated).isNotEqualTo(before);

    Files.move(write("b.txt", "12"), file, StandardCopyOption.REPLACE_EXISTING);
    assertThat(list().files().get("a.yaml")).isNotEqualTo(dated);
  }

  @Test
  void anOldDateDoesNotHideAChangeOfAMomentAgo() throws IOException {
    var file = write("a.yaml", "12");
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    var stamp = list().files().get("a.yaml");

    assertThat(stamp.settled(Instant.now())).isFalse();
    assertThat(stamp.settled(Instant.now().plus(Duration.ofMinutes(1)))).isTrue();
  }

  @Test
  void linksInsideAreFollowedAndThoseThatLeaveAreAProblem(@TempDir Path elsewhere)
      throws IOException {
    write("..2026/a.yaml", "");
    Files.createSymbolicLink(root.resolve("..data"), Path.of("..2026"));
    Files.createSymbolicLink(root.resolve("a.yaml"), Path.of("..data/a.yaml"));
    Files.writeString(elsewhere.resolve("b.yaml"), "");
    Files.createSymbolicLink(root.resolve("b.yaml"), elsewhere.resolve("b.yaml"));

    assertThat(list().files()).containsOnlyKeys("a.yaml");
    assertThat(list().problems())
        .containsExactly(
            new FolderProblem("b.yaml", "a link leads out of the folder it may lie in"));
  }

  @Test
  void aLinkToAFolderAboveEnds() throws IOException {
    write("a/b.yaml", "");
    Files.createSymbolicLink(root.resolve("a/again"), Path.of(".."));

    assertThat(list().files()).containsOnlyKeys("a/b.yaml");
    assertThat(list().isWhole()).isTrue();
  }

  @Test
  void aFolderThatIsNotThereIsAProblem() {
    var listing = new FolderWalk(root.resolve("none"), _ -> true, 10).list();

    assertThat(listing.problems())
        .containsExactly(new FolderProblem("", "the folder does not exist"));
  }

  @Test
  void tooManyFilesAreAProblem() throws IOException {
    for (int i = 0; i < 5; i++) {
      write(i + ".yaml", "");
    }
    var listing = new FolderWalk(root, _ -> true, 3).list();

    assertThat(listing.files()).hasSize(3);
    assertThat(listing.isWhole()).isFalse();
  }

  @Test
  void theFoldersThatWereLookedIntoAreNamed() throws IOException {
    write("a/b/c.yaml", "");

    assertThat(list().folders())
        .containsExactlyInAnyOrder(root, root.resolve("a"), root.resolve("a/b"));
  }

  private Listing list() {
    return new FolderWalk(root, path -> path.endsWith(".yaml"), 100).list();
  }

  private Path write(String path, String text) throws IOException {
    var file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
