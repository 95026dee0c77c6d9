// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.domain.source.FileRead;
import wtf.metio.jaas.domain.source.TreePath;

@Timeout(30)
class ConfinedRootTest {

  private static final long MAX = 1000;

  @TempDir Path folder;
  private Path root;
  private ConfinedRoot tree;

  @BeforeEach
  void aRootBesideASecret() throws IOException {
    root = Files.createDirectory(folder.resolve("root"));
    Files.writeString(folder.resolve("secret"), "secret");
    Files.createDirectory(folder.resolve("outside"));
    Files.writeString(folder.resolve("outside/x"), "secret");
    tree = new ConfinedRoot(root, "lib");
  }

  private FileRead read(String path) {
    return tree.read(new TreePath(path), MAX);
  }

  private void isRead(String path, String content) {
    assertThat(read(path))
        .isInstanceOfSatisfying(
            FileRead.Content.class,
            c -> assertThat(new String(c.bytes(), UTF_8)).isEqualTo(content));
    assertThat(tree.holds(new TreePath(path))).isTrue();
  }

  private void isRefused(String path, String reason) {
    assertThat(read(path)).isEqualTo(new FileRead.Refused(reason));
  }

  @Test
  void aFileInAFolderIsRead() throws IOException {
    Files.createDirectories(root.resolve("a/b"));
    Files.writeString(root.resolve("a/b/c.txt"), "hello");

    isRead("a/b/c.txt", "hello");
  }

  @Test
  void anEmptyFileIsRead() throws IOException {
    Files.createFile(root.resolve("empty"));

    isRead("empty", "");
  }

  @Test
  void aChangeIsSeenAtOnce() throws IOException {
    Files.writeString(root.resolve("x"), "1");
    isRead("x", "1");
    Files.writeString(root.resolve("x"), "2");
    isRead("x", "2");
  }

  @Test
  void whatIsNotThereIsAbsent() throws IOException {
    Files.writeString(root.resolve("file"), "");

    assertThat(read("nope")).isEqualTo(new FileRead.Absent());
    assertThat(read("nope/x")).isEqualTo(new FileRead.Absent());
    assertThat(read("file/x")).isEqualTo(new FileRead.Absent());
    assertThat(tree.holds(new TreePath("nope"))).isFalse();
  }

  @Test
  void nothingIsInARootThatIsNotThere() {
    var nowhere = new ConfinedRoot(root.resolve("nowhere"));

    assertThat(nowhere.read(new TreePath("x"), MAX)).isEqualTo(new FileRead.Absent());
    assertThat(nowhere.holds(new TreePath("x"))).isFalse();
  }

  @Test
  void aFolderIsNoFile() throws IOException {
    Files.createDirectory(root.resolve("sub"));

    assertThat(read("sub")).isEqualTo(new FileRead.Folder());
    assertThat(tree.holds(new TreePath("sub"))).isFalse();
  }

  @Test
  void aLargerFileThanAllowedIsRefused() throws IOException {
    Files.writeString(root.resolve("large"), "x".repeat(1001));
    Files.writeString(root.resolve("fits"), "x".repeat(1000));

    isRefused("large", "the file has more than 1000 bytes");
    isRead("fits", "x".repeat(1000));
  }

  @Test
  void aPipeIsRefusedWithoutWaitingForItsOtherEnd() throws Exception {
    var made = new ProcessBuilder("mkfifo", root.resolve("pipe").toString()).start().waitFor();
    assertThat(made).isZero();

    isRefused("pipe", "it is neither a file nor a folder");
  }

  @Test
  void aDeviceIsRefused() {
    assertThat(new ConfinedRoot(Path.of("/dev")).read(new TreePath("zero"), MAX))
        .isEqualTo(new FileRead.Refused("it is neither a file nor a folder"));
  }

  @Test
  void linksInsideTheRootAreFollowed() throws IOException {
    Files.createDirectories(root.resolve("..2026_01_01"));
    Files.writeString(root.resolve("..2026_01_01/main.jsonnet"), "mounted");
    Files.createSymbolicLink(root.resolve("..data"), Path.of("..2026_01_01"));
    Files.createSymbolicLink(root.resolve("main.jsonnet"), Path.of("..data/main.jsonnet"));
    Files.createDirectory(root.resolve("sub"));
    Files.createSymbolicLink(root.resolve("sub/up"), Path.of("../main.jsonnet"));
    Files.createSymbolicLink(root.resolve("absolute"), root.resolve("main.jsonnet"));

    isRead("main.jsonnet", "mounted");
    isRead("..data/main.jsonnet", "mounted");
    isRead("sub/up", "mounted");
    isRead("absolute", "mounted");
  }

  @Test
  void theRootItselfMayBeALinkThatMoves() throws IOException {
    Files.writeString(root.resolve("x"), "inside");
    var link = Files.createSymbolicLink(folder.resolve("link"), root);
    tree = new ConfinedRoot(link);

    isRead("x", "inside");
    Files.delete(link);
    Files.createSymbolicLink(link, folder.resolve("outside"));
    isRead("x", "secret");
  }

  @Test
  void linksThatLeaveTheRootAreRefused() throws IOException {
    var reason = "a link leads out of the folder it may lie in";
    Files.createSymbolicLink(root.resolve("relative"), Path.of("../secret"));
    Files.createSymbolicLink(root.resolve("absolute"), folder.resolve("secret"));
    Files.createSymbolicLink(root.resolve("folder"), Path.of("../outside"));
    Files.createSymbolicLink(root.resolve("sub"), Path.of("."));
    Files.createSymbolicLink(root.resolve("deep"), Path.of("sub/sub/../../outside/x"));
    Files.createSymbolicLink(root.resolve("and-back"), Path.of("../root/sub"));

    isRefused("relative", reason);
    isRefused("absolute", reason);
    isRefused("folder/x", reason);
    isRefused("sub/relative", reason);
    isRefused("deep", reason);
    isRefused("and-back", reason);
    assertThat(tree.holds(new TreePath("relative"))).isFalse();
  }

  @Test
  void linksThatLeadToEachOtherAreRefused() throws IOException {
    Files.createSymbolicLink(root.resolve("a"), Path.of("b"));
    Files.createSymbolicLink(root.resolve("b"), Path.of("a"));

    isRefused("a", "too many links lead to each other");
  }

  @Test
  void aLinkToNothingIsAbsent() throws IOException {
    Files.createSymbolicLink(root.resolve("dangling"), Path.of("nope"));

    assertThat(read("dangling")).isEqualTo(new FileRead.Absent());
  }

  @Test
  void nobodyLeavesByAFolderThatBecomesALinkMeanwhile() throws Exception {
    Files.createDirectory(root.resolve("real"));
    Files.writeString(root.resolve("real/x"), "inside");
    var done = new AtomicBoolean();
    var swapper = Thread.ofPlatform().start(() -> swapUntil(done));
    try {
      int answered = 0;
      for (int i = 0; i < 3000; i++) {
        if (read("swapped/x") instanceof FileRead.Content(var bytes)) {
          assertThat(new String(bytes, UTF_8)).isEqualTo("inside");
          answered++;
        }
      }
      assertThat(answered).isPositive();
    } finally {
      done.set(true);
      swapper.join();
    }
  }

  /** Makes the name stand for a folder inside, then for a link to the outside, and again. */
  private void swapUntil(AtomicBoolean done) {
    try {
      var swapped = root.resolve("swapped");
      var out = folder.resolve("out-link");
      var in = folder.resolve("in-link");
      while (!done.get()) {
        Files.createSymbolicLink(out, folder.resolve("outside"));
        Files.move(out, swapped, StandardCopyOption.ATOMIC_MOVE);
        Files.createSymbolicLink(in, Path.of("real"));
        Files.move(in, swapped, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theLabelIsThePathAsTheUserKnowsIt() {
    var path = new TreePath("a/b");

    assertThat(tree.label(path)).isEqualTo("lib/a/b");
    assertThat(new ConfinedRoot(root, "").label(path)).isEqualTo("a/b");
    assertThat(new ConfinedRoot(Path.of("x")).label(path)).isEqualTo("x/a/b");
    assertThat(new ConfinedRoot(Path.of("/")).label(path)).isEqualTo("/a/b");
  }

  @Test
  void noHandleStaysOpen() throws IOException {
    Files.createDirectories(root.resolve("a/b"));
    Files.writeString(root.resolve("a/b/c"), "x");
    Files.createSymbolicLink(root.resolve("out"), Path.of("../secret"));

    long before = openHandles();
    for (int i = 0; i < 500; i++) {
      read("a/b/c");
      read("a/b");
      read("a/nope/c");
      read("out");
    }
    assertThat(openHandles()).isLessThan(before + 100);
  }

  private static long openHandles() throws IOException {
    try (var handles = Files.list(Path.of("/proc/self/fd"))) {
      return handles.count();
    }
  }
}
