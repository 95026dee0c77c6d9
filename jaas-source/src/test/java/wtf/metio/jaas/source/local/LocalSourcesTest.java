// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wtf.metio.jaas.domain.archive.ArchiveWriter;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.publication.SourceFetcher.Delivery;
import wtf.metio.jaas.domain.publication.SourceFetcher.Location;
import wtf.metio.jaas.domain.publication.SourceFetcher.SourceProblem;
import wtf.metio.jaas.domain.publication.SourceTree;
import wtf.metio.jaas.domain.source.FileProof;
import wtf.metio.jaas.domain.source.FileRead;
import wtf.metio.jaas.domain.source.FileSet;
import wtf.metio.jaas.domain.source.FileTree;
import wtf.metio.jaas.domain.source.ProvenRead;
import wtf.metio.jaas.domain.source.TreePath;
import wtf.metio.jaas.evaluator.imports.ConfinedRoot;
import wtf.metio.jaas.source.ArtifactAddress;
import wtf.metio.jaas.source.ArtifactSources;
import wtf.metio.jaas.source.SourceSettings;
import wtf.metio.jaas.source.http.Names;

class LocalSourcesTest {

  @TempDir Path scratch;

  private Path folder;
  private ArtifactSources kept;
  private LocalSources sources;
  private CountedTree tree;

  @BeforeEach
  void start() throws IOException {
    folder = Files.createDirectory(scratch.resolve("manifests"));
    kept =
        new ArtifactSources(
            SourceSettings.in(scratch.resolve("cache"), 1 << 20, List.of()), Names.SYSTEM, _ -> {});
    tree = new CountedTree(new ConfinedRoot(folder));
    sources = new LocalSources(folder, tree, kept);
  }

  @AfterEach
  void stop() {
    kept.close();
  }

  @Test
  void aFolderIsASource() throws IOException {
    write("lib/a.libsonnet", "1");
    write("lib/deep/b.libsonnet", "2");
    write("other.jsonnet", "3");

    try (var tree = delivered("lib", "")) {
      assertThat(tree.paths()).containsExactly("a.libsonnet", "deep/b.libsonnet");
      assertThat(text(tree, "deep/b.libsonnet")).isEqualTo("2");
      assertThat(tree.files().readWithProof(new TreePath("a.libsonnet"), 9).proof())
          .isSameAs(FileProof.ALWAYS);
    }
    try (var tree = delivered("./lib/", "deep")) {
      assertThat(tree.paths()).containsExactly("b.libsonnet");
    }
  }

  @Test
  void aFolderHasTheRevisionOfItsContent() throws IOException {
    write("one/a", "1");
    write("two/a", "1");
    var before = found("one", "").revision();

    assertThat(found("two", "").revision()).isEqualTo(before);
    write("one/a", "2");
    assertThat(found("one", "").revision()).isNotEqualTo(before);
    write("one/a", "1");
    assertThat(found("one", "").revision()).isEqualTo(before);
    write("one/b", "");
    assertThat(found("one", "").revision()).isNotEqualTo(before);
  }

  @Test
  void aTreeStaysWhatItWas() throws IOException {
    write("lib/a", "1");
    try (var before = delivered("lib", "")) {
      write("lib/a", "2");
      try (var after = delivered("lib", "")) {
        assertThat(text(before, "a")).isEqualTo("1");
        assertThat(text(after, "a")).isEqualTo("2");
      }
    }
  }

  @Test
  void filesThatChangeBetweenLookingAndFetchingAreNotMixed() throws IOException {
    write("lib/a", "1");
    var found = found("lib", "");
    write("lib/a", "2");

    assertProblem(
        ((Delivery.Undelivered) found.download().fetch(Cancellation.NEVER)).problem(),
        Retry.WITH_BACKOFF,
        "its files changed while they were read");
  }

  @Test
  void whatDidNotChangeIsNotReadAgain() throws IOException {
    write("lib/a", "1");
    Files.write(folder.resolve("x.tar.gz"), archive("a", "1"));
    tree.proofsHold = true;
    found("lib", "");
    found("x.tar.gz", "");
    tree.reads.set(0);
    found("lib", "");
    found("x.tar.gz", "");

    assertThat(tree.reads).hasValue(0);
  }

  @Test
  void namesThatConsumersWouldDropArePassedOver() throws IOException {
    write("lib/a", "1");
    write("lib/.hidden", "2");
    write("lib/.git/config", "3");
    write("lib/with space", "4");

    try (var tree = delivered("lib", "")) {
      assertThat(tree.paths()).containsExactly("a");
    }
  }

  @Test
  void theLinksOfAMountedConfigMapAreFollowed() throws IOException {
    write("lib/..2026/a.libsonnet", "1");
    Files.createSymbolicLink(folder.resolve("lib/..data"), Path.of("..2026"));
    Files.createSymbolicLink(folder.resolve("lib/a.libsonnet"), Path.of("..data/a.libsonnet"));

    try (var tree = delivered("lib", "")) {
      assertThat(text(tree, "a.libsonnet")).isEqualTo("1");
    }
  }

  @Test
  void aLinkToAParentEnds() throws IOException {
    write("lib/a", "1");
    Files.createSymbolicLink(folder.resolve("lib/again"), Path.of("../lib"));

    try (var tree = delivered("lib", "")) {
      assertThat(tree.paths()).containsExactly("a");
    }
  }

  @Test
  void nothingOutsideOfTheFolderIsRead() throws IOException {
    Files.writeString(scratch.resolve("secret"), "secret");
    Files.createDirectory(scratch.resolve("outside"));
    Files.writeString(scratch.resolve("outside/b"), "secret");
    write("lib/a", "1");
    Files.createSymbolicLink(folder.resolve("link"), scratch.resolve("outside"));
    Files.createSymbolicLink(folder.resolve("lib/outside"), scratch.resolve("outside"));
    Files.createSymbolicLink(folder.resolve("one.tar.gz"), scratch.resolve("secret"));

    try (var tree = delivered("lib", "")) {
      assertThat(tree.paths()).containsExactly("a");
    }
    assertProblem(problem("link", ""), Retry.WITH_BACKOFF, "a link leads out of the folder");
    assertThat(problem("one.tar.gz", "").message()).doesNotContain("secret");

    Files.createSymbolicLink(folder.resolve("lib/secret"), scratch.resolve("secret"));
    assertProblem(problem("lib", ""), Retry.SLOWLY, "\"secret\": a link leads out of the folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "../lib", "/etc", "lib/../../lib", ".", ""})
  void anAddressThatLeavesTheFolderIsRefused(String url) {
    assertProblem(problem(url, ""), Retry.SLOWLY, "it does not lie below the folder");
  }

  @Test
  void whatIsNotThereMayComeLater() throws IOException {
    assertProblem(
        problem("lib", ""), Retry.WITH_BACKOFF, "source lib: there is no such file or folder");
    write("lib/a", "1");
    delivered("lib", "").close();
  }

  @Test
  void anArchiveIsASource() throws IOException {
    Files.write(folder.resolve("x.tar.gz"), archive("main.jsonnet", "1", "lib/a", "2"));

    try (var tree = delivered("x.tar.gz", "")) {
      assertThat(tree.paths()).containsExactly("lib/a", "main.jsonnet");
    }
    try (var tree = delivered("x.tar.gz", "lib")) {
      assertThat(text(tree, "a")).isEqualTo("2");
    }
  }

  @Test
  void anArchiveHasTheRevisionOfItsBytes() throws IOException {
    var one = archive("a", "1");
    Files.write(folder.resolve("x.tar.gz"), one);

    assertThat(found("x.tar.gz", "").revision()).isEqualTo(Digest.of(one).text());
    assertThat(found("x.tar.gz", "lib").revision()).isEqualTo(Digest.of(one).text() + " lib");
    Files.write(folder.resolve("x.tar.gz"), archive("a", "2"));
    assertThat(found("x.tar.gz", "").revision()).isNotEqualTo(Digest.of(one).text());
  }

  @Test
  void anArchiveIsHeldToTheDigestThatIsWritten() throws IOException {
    var archive = archive("a", "1");
    Files.write(folder.resolve("x.tar.gz"), archive);
    var right = new ArtifactAddress("x.tar.gz", "", Digest.of(archive).text());
    var wrong = new ArtifactAddress("x.tar.gz", "", "sha256:" + "0".repeat(64));

    assertThat(sources.locate(right, "")).isInstanceOf(Location.Found.class);
    assertProblem(
        ((Location.Unavailable) sources.locate(wrong, "")).problem(),
        Retry.SLOWLY,
        "its digest is ");
  }

  @Test
  void anArchiveThatChangesBeforeItIsFetchedIsNotTakenForTheOldOne() throws IOException {
    Files.write(folder.resolve("x.tar.gz"), archive("a", "1"));
    var found = found("x.tar.gz", "");
    Files.write(folder.resolve("x.tar.gz"), archive("a", "2"));

    assertProblem(
        ((Delivery.Undelivered) found.download().fetch(Cancellation.NEVER)).problem(),
        Retry.WITH_BACKOFF,
        "source x.tar.gz cannot be read now");
  }

  @Test
  void aFileThatIsNoArchiveIsNone() throws IOException {
    write("x.tar.gz", "no gzip");

    assertProblem(
        problem("x.tar.gz", ""), Retry.WITH_BACKOFF, "source x.tar.gz: this is not a gzip");
  }

  @ParameterizedTest
  @CsvSource({
    "lib, true",
    "./lib, true",
    "a/b:c, true",
    "lib/x.tar.gz, true",
    "http://host/x, false",
    "https://host, false",
    "mailto:x, false",
    "//host/x, false",
    "'', false"
  })
  void anAddressWithoutASchemeIsOneOfThisMachine(String url, boolean local) {
    assertThat(LocalSources.isLocal(url)).isEqualTo(local);
  }

  private void write(String path, String text) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Location.Found found(String url, String part) {
    return switch (sources.locate(new ArtifactAddress(url, "", ""), part)) {
      case Location.Found found -> found;
      case Location.Unavailable(var problem) -> throw new AssertionError(problem.message());
    };
  }

  private SourceTree delivered(String url, String part) {
    return switch (found(url, part).download().fetch(Cancellation.NEVER)) {
      case Delivery.Delivered(var tree) -> tree;
      case Delivery.Undelivered(var problem) -> throw new AssertionError(problem.message());
    };
  }

  private SourceProblem problem(String url, String part) {
    return switch (sources.locate(new ArtifactAddress(url, "", ""), part)) {
      case Location.Unavailable(var problem) -> problem;
      case Location.Found found ->
          ((Delivery.Undelivered) found.download().fetch(Cancellation.NEVER)).problem();
    };
  }

  private static void assertProblem(SourceProblem problem, Retry retry, String words) {
    assertThat(problem.message()).contains(words);
    assertThat(problem.retry()).as(problem.message()).isEqualTo(retry);
  }

  private static String text(SourceTree tree, String path) {
    var content = (FileRead.Content) tree.files().read(new TreePath(path), 1 << 20);
    return new String(content.bytes(), StandardCharsets.UTF_8);
  }

  private static byte[] archive(String... namesAndContents) throws IOException {
    var out = new ByteArrayOutputStream();
    var files =
        namesAndContents.length == 2
            ? Map.of(namesAndContents[0], namesAndContents[1])
            : Map.of(
                namesAndContents[0], namesAndContents[1], namesAndContents[2], namesAndContents[3]);
    ArchiveWriter.write(FileSet.ofTexts(files), out);
    return out.toByteArray();
  }

  /** Counts what is read, and can be told to believe that nothing changes. */
  private static final class CountedTree implements FileTree {

    private final FileTree tree;
    private final AtomicInteger reads = new AtomicInteger();
    private boolean proofsHold;

    CountedTree(FileTree tree) {
      this.tree = tree;
    }

    @Override
    public String label(TreePath path) {
      return tree.label(path);
    }

    @Override
    public boolean holds(TreePath path) {
      return tree.holds(path);
    }

    @Override
    public FileRead read(TreePath path, long maxBytes) {
      reads.incrementAndGet();
      return tree.read(path, maxBytes);
    }

    @Override
    public ProvenRead readWithProof(TreePath path, long maxBytes) {
      reads.incrementAndGet();
      var read = tree.readWithProof(path, maxBytes);
      return proofsHold ? new ProvenRead(read.answer(), FileProof.ALWAYS) : read;
    }
  }
}
