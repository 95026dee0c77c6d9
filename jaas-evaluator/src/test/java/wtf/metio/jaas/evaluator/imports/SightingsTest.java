// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.domain.source.FileProof;
import wtf.metio.jaas.domain.source.FileRead;
import wtf.metio.jaas.domain.source.TreePath;

/** What a folder remembers, as its proofs tell it. */
@Timeout(60)
class SightingsTest {

  private static final long MAX = 1000;

  /** A clock by which everything was written long ago. */
  private static final InstantSource LATER =
      InstantSource.offset(InstantSource.system(), Duration.ofHours(1));

  @TempDir Path folder;
  private Path root;
  private ConfinedRoot tree;

  @BeforeEach
  void aRootBesideOthers() throws IOException {
    root = Files.createDirectory(folder.resolve("root"));
    tree = new ConfinedRoot(root, "", LATER);
  }

  private void write(String path, String text) throws IOException {
    var file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private FileProof proof(String path) {
    return tree.readWithProof(new TreePath(path), MAX).proof();
  }

  private FileRead read(String path) {
    return tree.read(new TreePath(path), MAX);
  }

  private String text(String path) {
    return new String(((FileRead.Content) read(path)).bytes(), UTF_8);
  }

  /** Waits until the clock of the file system has moved on, so that a change gets another time. */
  private void tick() throws IOException {
    var probe = folder.resolve("probe");
    Files.writeString(probe, "");
    var before = Files.getAttribute(probe, "unix:ctime");
    do {
      Files.writeString(probe, "");
    } while (Files.getAttribute(probe, "unix:ctime").equals(before));
  }

  @Test
  void anUnchangedFileIsNotReadAgain() throws IOException {
    write("a/x", "1");
    var first = (FileRead.Content) read("a/x");

    assertThat(proof("a/x")).isInstanceOf(Sighting.class).returns(true, FileProof::holds);
    assertThat(((FileRead.Content) read("a/x")).bytes()).isSameAs(first.bytes());
  }

  @Test
  void anUnchangedFileMayStillBeTooLarge() throws IOException {
    write("x", "12345");
    read("x");

    assertThat(tree.read(new TreePath("x"), 4)).isInstanceOf(FileRead.Refused.class);
    assertThat(text("x")).isEqualTo("12345");
  }

  @Test
  void aChangeOfTheSameLengthShows() throws IOException {
    write("x", "1");
    var proof = proof("x");
    tick();
    write("x", "2");

    assertThat(proof.holds()).isFalse();
    assertThat(text("x")).isEqualTo("2");
  }

  @Test
  void anOldDateHidesNoChange() throws IOException {
    write("x", "1");
    var date = Files.getLastModifiedTime(root.resolve("x"));
    var proof = proof("x");
    tick();
    write("x", "2");
    Files.setLastModifiedTime(root.resolve("x"), date);

    assertThat(proof.holds()).isFalse();
    assertThat(text("x")).isEqualTo("2");
  }

  @Test
  void anotherFileOfTheSameLengthAndDateInItsPlaceShows() throws IOException {
    write("x", "1");
    write("y", "2");
    var date = FileTime.from(Instant.EPOCH);
    Files.setLastModifiedTime(root.resolve("x"), date);
    Files.setLastModifiedTime(root.resolve("y"), date);
    var proof = proof("x");
    Files.move(root.resolve("y"), root.resolve("x"), StandardCopyOption.REPLACE_EXISTING);

    assertThat(proof.holds()).isFalse();
    assertThat(text("x")).isEqualTo("2");
  }

  @Test
  void aMissingFileThatAppearsShows() throws IOException {
    write("a/b/x", "1");
    for (var path : new String[] {"a/b/y", "a/c/y", "d/y"}) {
      var proof = proof(path);
      assertThat(proof.holds()).isTrue();
      tick();
      write(path, "2");
      assertThat(proof.holds()).as(path).isFalse();
      assertThat(text(path)).isEqualTo("2");
    }
  }

  @Test
  void aFileThatIsRemovedShows() throws IOException {
    write("x", "1");
    var proof = proof("x");
    Files.delete(root.resolve("x"));

    assertThat(proof.holds()).isFalse();
    assertThat(read("x")).isEqualTo(new FileRead.Absent());
  }

  @Test
  void aFileStaysMissingWhenOthersAppearBesideIt() throws IOException {
    write("a/x", "1");
    var proof = proof("a/y");
    tick();
    write("a/z", "2");

    assertThat(proof.holds()).isTrue();
    assertThat(proof.holds()).isTrue();
    tick();
    write("a/y", "3");
    assertThat(proof.holds()).isFalse();
  }

  @Test
  void aFolderThatBecomesAFileShows() throws IOException {
    write("x/y", "1");
    var proof = proof("x");
    assertThat(proof.holds()).isTrue();
    Files.delete(root.resolve("x/y"));
    Files.delete(root.resolve("x"));
    write("x", "2");

    assertThat(proof.holds()).isFalse();
    assertThat(text("x")).isEqualTo("2");
  }

  @Test
  void aRootThatAppearsShows() throws IOException {
    Files.delete(root);
    var proof = proof("x");
    assertThat(proof.holds()).isTrue();
    write("x", "1");

    assertThat(proof.holds()).isFalse();
  }

  @Test
  void theSwapOfALinkedFolderShowsForFilesAndForMissingOnes() throws IOException {
    write("..1/x", "1");
    write("..2/x", "2");
    write("..2/y", "2");
    Files.createSymbolicLink(root.resolve("..data"), Path.of("..1"));
    Files.createSymbolicLink(root.resolve("x"), Path.of("..data/x"));
    Files.createSymbolicLink(root.resolve("y"), Path.of("..data/y"));
    Files.createSymbolicLink(root.resolve("folder"), Path.of("..data"));
    var proofs = new FileProof[] {proof("x"), proof("y"), proof("folder/x"), proof("folder/y")};
    assertThat(proofs).allMatch(FileProof::holds);

    Files.createSymbolicLink(root.resolve("..new"), Path.of("..2"));
    Files.move(root.resolve("..new"), root.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);

    assertThat(proofs).noneMatch(FileProof::holds);
    assertThat(text("x") + text("y") + text("folder/x") + text("folder/y")).isEqualTo("2222");
  }

  @Test
  void aLinkIsNotFollowedOutsideForAProof() throws IOException {
    write("a/x", "1");
    var missing = proof("a/b");
    var deeper = proof("a/c/d");
    tick();
    Files.createSymbolicLink(root.resolve("a/b"), folder.resolve("nowhere"));
    Files.createSymbolicLink(root.resolve("a/c"), folder);

    assertThat(missing.holds()).isFalse();
    assertThat(deeper.holds()).isFalse();
  }

  @Test
  void aFileThatWasJustWrittenIsComparedUntilItsDateIsSafe() throws IOException {
    tree = new ConfinedRoot(root, "");
    for (int i = 0; i < 500; i++) {
      var before = String.valueOf((char) ('a' + i % 20));
      write("x", before);
      assertThat(text("x")).isEqualTo(before);
      var proof = proof("x");
      assertThat(proof).isNotInstanceOf(Sighting.class);
      assertThat(proof.holds()).isTrue();

      write("x", "z");
      assertThat(proof.holds()).as("round %d", i).isFalse();
      assertThat(text("x")).isEqualTo("z");
    }
  }

  @Test
  void aFileFromTheFutureIsCompared() throws IOException {
    write("x", "1");
    Files.setLastModifiedTime(
        root.resolve("x"), FileTime.from(LATER.instant().plus(Duration.ofDays(1))));

    assertThat(proof("x")).isNotInstanceOf(Sighting.class).returns(true, FileProof::holds);
  }

  @Test
  void whatIsReadThroughAProofIsFoundByName() throws IOException {
    write("x", "1");
    read("x");
    read("y");

    assertThat(tree.holds(new TreePath("x"))).isTrue();
    assertThat(tree.holds(new TreePath("y"))).isFalse();
    tick();
    write("y", "2");
    Files.delete(root.resolve("x"));
    assertThat(tree.holds(new TreePath("x"))).isFalse();
    assertThat(tree.holds(new TreePath("y"))).isTrue();
  }
}
