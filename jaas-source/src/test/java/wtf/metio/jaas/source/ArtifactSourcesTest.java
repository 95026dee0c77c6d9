// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wtf.metio.jaas.domain.archive.ArchiveLimits;
import wtf.metio.jaas.domain.artifact.Archive;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.MemoryArtifactStore;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.evaluation.CancellationSwitch;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.publication.SourceFetcher.Delivery;
import wtf.metio.jaas.domain.publication.SourceFetcher.Location;
import wtf.metio.jaas.domain.publication.SourceFetcher.SourceProblem;
import wtf.metio.jaas.domain.publication.SourceTree;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.source.FileProof;
import wtf.metio.jaas.domain.source.FileRead;
import wtf.metio.jaas.domain.source.FileSet;
import wtf.metio.jaas.domain.source.TreePath;
import wtf.metio.jaas.source.DownloadListener.Ended;
import wtf.metio.jaas.source.DownloadListener.Result;
import wtf.metio.jaas.source.http.HttpSettings;
import wtf.metio.jaas.source.http.Names;
import wtf.metio.jaas.source.urlguard.Cidr;

@Timeout(60)
class ArtifactSourcesTest {

  private static final byte[] ARCHIVE =
      Tarballs.of("main.jsonnet", "1", "lib/a.libsonnet", "2", "lib/deep/b.libsonnet", "3");

  @TempDir Path folder;

  private final TestServer server = new TestServer();
  private final List<Ended> ended = new CopyOnWriteArrayList<>();
  private ArtifactSources sources;

  @BeforeEach
  void start() {
    sources = sources(1 << 20);
    server.serve("/x.tar.gz", ARCHIVE);
  }

  @AfterEach
  void stop() {
    sources.close();
    server.close();
  }

  @Test
  void anArchiveBecomesATreeOfItsFiles() {
    try (var tree = delivered(address("/x.tar.gz", ARCHIVE), "")) {
      assertThat(tree.paths())
          .containsExactly("lib/a.libsonnet", "lib/deep/b.libsonnet", "main.jsonnet");
      assertThat(text(tree, "lib/a.libsonnet")).isEqualTo("2");
      assertThat(tree.files().holds(path("main.jsonnet"))).isTrue();
      assertThat(tree.files().holds(path("lib"))).isFalse();
      assertThat(tree.files().read(path("lib"), 9)).isInstanceOf(FileRead.Folder.class);
      assertThat(tree.files().read(path("lib/deep"), 9)).isInstanceOf(FileRead.Folder.class);
      assertThat(tree.files().read(path("li"), 9)).isInstanceOf(FileRead.Absent.class);
      assertThat(tree.files().read(path("none"), 9)).isInstanceOf(FileRead.Absent.class);
      assertThat(tree.files().read(path("main.jsonnet"), 0)).isInstanceOf(FileRead.Refused.class);
    }
  }

  @Test
  void whatWasReadIsTrueForEver() {
    try (var tree = delivered(address("/x.tar.gz", ARCHIVE), "")) {
      for (var name : List.of("main.jsonnet", "none", "lib")) {
        assertThat(tree.files().readWithProof(path(name), 9).proof()).isSameAs(FileProof.ALWAYS);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "lib, a.libsonnet",
    "./lib/, a.libsonnet",
    "/lib, a.libsonnet",
    "lib/deep, b.libsonnet"
  })
  void aPartOfAnArchiveIsATreeOfItsOwn(String part, String first) {
    try (var tree = delivered(address("/x.tar.gz", ARCHIVE), part)) {
      assertThat(tree.paths()).first().isEqualTo(first);
      assertThat(tree.paths()).doesNotContain("main.jsonnet");
    }
  }

  @Test
  void aPartThatIsNotThereIsAnEmptyTree() {
    try (var tree = delivered(address("/x.tar.gz", ARCHIVE), "nowhere/../lib")) {
      assertThat(tree.paths()).isEmpty();
    }
  }

  @Test
  void theRevisionIsThatOfTheBytesAndOfThePart() {
    var address = address("/x.tar.gz", ARCHIVE);
    var other = new ArtifactAddress(server.url("/y.tar.gz"), "other", address.digest());

    assertThat(found(address, "").revision()).isEqualTo(Tarballs.digest(ARCHIVE));
    assertThat(found(other, "").revision()).isEqualTo(found(address, "").revision());
    assertThat(found(address, "lib").revision()).isNotEqualTo(found(address, "").revision());
    assertThat(found(address, "./lib/").revision()).isEqualTo(found(address, "lib").revision());
  }

  @Test
  void withoutADigestTheRevisionIsThatOfTheSource() {
    var one = new ArtifactAddress(server.url("/x.tar.gz"), "main@1", "");
    var two = new ArtifactAddress(server.url("/x.tar.gz"), "main@2", "");

    assertThat(found(one, "").revision()).isNotEqualTo(found(two, "").revision());
    delivered(one, "").close();
    delivered(one, "").close();
    delivered(two, "").close();
    assertThat(server.requests("/x.tar.gz")).isEqualTo(2);
  }

  @Test
  void whatHasNeitherDigestNorRevisionIsFetchedAnewEachTime() {
    var address = new ArtifactAddress(server.url("/x.tar.gz"), "", " ");
    try (var before = delivered(address, "")) {
      server.serve("/x.tar.gz", Tarballs.of("main.jsonnet", "new"));
      try (var after = delivered(address, "")) {
        assertThat(text(before, "main.jsonnet")).isEqualTo("1");
        assertThat(text(after, "main.jsonnet")).isEqualTo("new");
        assertThat(before.files()).isNotEqualTo(after.files());
      }
    }
  }

  @Test
  void aDigestMayBeWrittenInCapitalsAndWithSpaces() {
    var digest = ' ' + Tarballs.digest(ARCHIVE).toUpperCase(Locale.ROOT) + '\n';

    delivered(new ArtifactAddress(server.url("/x.tar.gz"), "", digest), "").close();
  }

  @ParameterizedTest
  @CsvSource({"sha256:12", "sha512:cf83", "md5:1", "12", "sha256:zz"})
  void whatIsNoDigestIsRefusedBeforeAnybodyIsAsked(String digest) {
    assertProblem(
        ((Location.Unavailable)
                sources.locate(new ArtifactAddress(server.url("/x"), "", digest), ""))
            .problem(),
        Retry.SLOWLY,
        "its digest is not written as sha256:");
  }

  @Test
  void anAddressThatMayNotBeFetchedIsRefusedBeforeAnybodyIsAsked() {
    var location = sources.locate(new ArtifactAddress("http://[::1]/x", "", ""), "");

    assertProblem(
        ((Location.Unavailable) location).problem(),
        Retry.SLOWLY,
        "the host of the URL is a loopback");
  }

  @Test
  void messagesHoldNoSecretsOfAnAddress() {
    var url = "ftp://user:secret@host/x?signature=secret#secret";

    assertProblem(
        ((Location.Unavailable) sources.locate(new ArtifactAddress(url, "", ""), "")).problem(),
        Retry.SLOWLY,
        "source archive ftp://host/x: ");
  }

  @Test
  void otherBytesThanThoseOfTheDigestAreNotTaken() {
    var address = new ArtifactAddress(server.url("/x.tar.gz"), "", "sha256:" + "0".repeat(64));

    assertProblem(
        problem(address),
        Retry.SLOWLY,
        "its digest is " + Tarballs.digest(ARCHIVE) + ", not sha256:0");
    assertThat(ended).extracting(Ended::result).containsExactly(Result.WRONG_DIGEST);
    assertNothingIsLeft();
  }

  @ParameterizedTest
  @CsvSource({
    "404, SLOWLY, REJECTED", "403, SLOWLY, REJECTED", "408, WITH_BACKOFF, FAILED",
    "429, WITH_BACKOFF, FAILED", "500, WITH_BACKOFF, FAILED", "503, WITH_BACKOFF, FAILED"
  })
  void whatTheServerSaysDecidesWhenToTryAgain(int status, Retry retry, Result result) {
    server.status("/x.tar.gz", status);

    assertProblem(
        problem(address("/x.tar.gz", ARCHIVE)),
        retry,
        "source archive " + server.url("/x.tar.gz") + ": the server answered " + status);
    assertThat(ended).extracting(Ended::result).containsExactly(result);
    assertNothingIsLeft();
  }

  @Test
  void aRedirectInsideIsPermanent() {
    server.redirect("/x.tar.gz", 302, "http://169.254.169.254/latest");

    assertProblem(problem(address("/x.tar.gz", ARCHIVE)), Retry.SLOWLY, "metadata service");
    assertThat(ended).extracting(Ended::result).containsExactly(Result.FORBIDDEN);
  }

  @Test
  void aDamagedArchiveMayBeWholeTheNextTime() {
    var address = new ArtifactAddress(server.url("/x.tar.gz"), "1", "");
    for (var damaged : List.of("no gzip".getBytes(), cut(ARCHIVE), Tarballs.ambiguous())) {
      server.serve("/x.tar.gz", damaged);
      assertProblem(problem(address), Retry.WITH_BACKOFF, "source archive ");
      assertNothingIsHeld();
    }
    server.serve("/x.tar.gz", ARCHIVE);
    delivered(address, "").close();
  }

  @Test
  void anArchiveThatIsTooLargeIsPermanent() {
    restart(1 << 20, new ArchiveLimits(1 << 20, 1 << 20, 1000, 500));

    for (var archive :
        List.of(
            Tarballs.of("a", "x".repeat(501)),
            Tarballs.of("a", "x".repeat(400), "b", "x".repeat(400), "c", "x".repeat(400)),
            Tarballs.zeros(1, 2 << 20))) {
      server.serve("/x.tar.gz", archive);
      assertProblem(problem(address("/x.tar.gz", archive)), Retry.SLOWLY, "larger than");
    }
  }

  @Test
  void onlyTheWantedPartCountsAgainstTheBounds() {
    restart(1 << 20, new ArchiveLimits(1 << 20, 1 << 20, 1000, 500));
    var archive = Tarballs.of("big", "x".repeat(5000), "lib/a", "1");
    server.serve("/x.tar.gz", archive);

    delivered(address("/x.tar.gz", archive), "lib").close();
  }

  @Test
  void tooManyFilesArePermanent() {
    var archive = Tarballs.many(50_001);
    server.serve("/x.tar.gz", archive);

    assertProblem(problem(address("/x.tar.gz", archive)), Retry.SLOWLY, "more than 50000 files");
    assertProblem(problem(address("/x.tar.gz", archive)), Retry.SLOWLY, "more than 50000 files");
  }

  @Test
  void aHundredWhoWantOneSourceAreOneDownload() {
    var address = address("/slow.tar.gz", ARCHIVE);
    var everybody = new CountDownLatch(1);
    server.on(
        "/slow.tar.gz",
        exchange -> {
          awaited(everybody);
          TestServer.reply(exchange, 200, ARCHIVE);
        });
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var trees = new ArrayList<CompletableFuture<SourceTree>>();
      for (int i = 0; i < 100; i++) {
        var part = i % 2 == 0 ? "" : "lib";
        trees.add(CompletableFuture.supplyAsync(() -> delivered(address, part), executor));
      }
      everybody.countDown();
      for (var tree : trees) {
        assertThat(tree.join().paths())
            .contains(trees.indexOf(tree) % 2 == 0 ? "main.jsonnet" : "a.libsonnet");
        tree.join().close();
      }
    }
    delivered(address, "").close();
    delivered(address, "lib/deep").close();

    assertThat(server.requests("/slow.tar.gz")).isEqualTo(1);
    assertThat(ended).extracting(Ended::result).containsExactly(Result.COMPLETE);
    assertThat(ended.getFirst().bytes()).isEqualTo(ARCHIVE.length);
  }

  @Test
  void treesOfOneArchiveAreEqualAndOthersAreNot() {
    try (var one = delivered(address("/x.tar.gz", ARCHIVE), "");
        var same = delivered(address("/x.tar.gz", ARCHIVE), "");
        var part = delivered(address("/x.tar.gz", ARCHIVE), "lib")) {
      assertThat(one.files()).isEqualTo(same.files()).hasSameHashCodeAs(same.files());
      assertThat(one.files()).isNotEqualTo(part.files());
    }
  }

  @Test
  void onlyFourDownloadAtATime() {
    var running = new AtomicInteger();
    var most = new AtomicInteger();
    var go = new CountDownLatch(1);
    var four = new CountDownLatch(4);
    for (int i = 0; i < 12; i++) {
      server.on(
          "/" + i,
          exchange -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            four.countDown();
            awaited(go);
            running.decrementAndGet();
            TestServer.reply(exchange, 200, ARCHIVE);
          });
    }
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var trees = new ArrayList<CompletableFuture<SourceTree>>();
      for (int i = 0; i < 12; i++) {
        var address = new ArtifactAddress(server.url("/" + i), "1", "");
        trees.add(CompletableFuture.supplyAsync(() -> delivered(address, ""), executor));
      }
      awaited(four);
      go.countDown();
      trees.forEach(tree -> tree.join().close());
    }
    assertThat(most).hasValue(4);
  }

  @Test
  void whoeverWaitsForHisTurnMayLeave() {
    var go = new CountDownLatch(1);
    var four = new CountDownLatch(4);
    for (int i = 0; i < 5; i++) {
      server.on(
          "/" + i,
          exchange -> {
            four.countDown();
            awaited(go);
            TestServer.reply(exchange, 200, ARCHIVE);
          });
    }
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = new ArrayList<CompletableFuture<SourceTree>>();
      for (int i = 0; i < 4; i++) {
        var address = new ArtifactAddress(server.url("/" + i), "1", "");
        first.add(CompletableFuture.supplyAsync(() -> delivered(address, ""), executor));
      }
      awaited(four);
      var cancellation = new CancellationSwitch();
      var fifth =
          CompletableFuture.supplyAsync(
              () -> fetch(new ArtifactAddress(server.url("/4"), "1", ""), "", cancellation),
              executor);
      cancellation.cancel();
      assertThat(fifth.orTimeout(5, TimeUnit.SECONDS).join())
          .isInstanceOf(Delivery.Undelivered.class);
      go.countDown();
      first.forEach(tree -> tree.join().close());
    }
    assertThat(server.requests("/4")).isZero();
    delivered(new ArtifactAddress(server.url("/4"), "1", ""), "").close();
  }

  @Test
  void theOneWhoBeganMayLeaveWithoutTheOthers() {
    var address = address("/slow", ARCHIVE);
    var go = new CountDownLatch(1);
    var begun = new CountDownLatch(1);
    server.on(
        "/slow",
        exchange -> {
          begun.countDown();
          awaited(go);
          TestServer.reply(exchange, 200, ARCHIVE);
        });
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var cancellation = new CancellationSwitch();
      var first = CompletableFuture.supplyAsync(() -> fetch(address, "", cancellation), executor);
      awaited(begun);
      var second = CompletableFuture.supplyAsync(() -> delivered(address, "lib"), executor);
      cancellation.cancel();
      assertThat(first.join()).isInstanceOf(Delivery.Undelivered.class);
      go.countDown();
      second.join().close();
    }
  }

  @Test
  void whenTheLastOneLeavesTheDownloadEnds() {
    var begun = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    server.on(
        "/slow",
        exchange -> {
          begun.countDown();
          awaited(never);
        });
    var cancellation = new CancellationSwitch();
    var only =
        CompletableFuture.supplyAsync(() -> fetch(address("/slow", ARCHIVE), "", cancellation));
    awaited(begun);
    cancellation.cancel();

    assertThat(only.join()).isInstanceOf(Delivery.Undelivered.class);
    waitUntil(() -> ended.size() == 1);
    assertThat(ended.getFirst().result()).isEqualTo(Result.CANCELLED);
    waitUntil(() -> files() == 0);
    never.countDown();
  }

  @Test
  void aTreeInUseStaysWhateverElseComes() {
    restart(60_000, ArchiveLimits.DEFAULTS);
    var kept = Tarballs.random(20_000, 1);
    server.serve("/kept", kept);
    try (var tree = delivered(address("/kept", kept), "")) {
      for (int i = 2; i < 12; i++) {
        var other = Tarballs.random(20_000, i);
        server.serve("/" + i, other);
        delivered(address("/" + i, other), "").close();
      }
      assertThat(tree.files().read(path("random.bin"), 20_000))
          .isInstanceOf(FileRead.Content.class);
    }
    assertThat(bytes()).isLessThanOrEqualTo(60_000);
  }

  @Test
  void whatWasNotUsedForLongestGoesFirst() {
    restart(70_000, ArchiveLimits.DEFAULTS);
    var archives = new ArrayList<byte[]>();
    for (int i = 0; i < 3; i++) {
      archives.add(Tarballs.random(20_000, i));
      server.serve("/" + i, archives.get(i));
    }
    delivered(address("/0", archives.get(0)), "").close();
    delivered(address("/1", archives.get(1)), "").close();
    delivered(address("/0", archives.get(0)), "").close();
    delivered(address("/2", archives.get(2)), "").close();
    delivered(address("/0", archives.get(0)), "").close();
    assertThat(server.requests("/0")).isEqualTo(1);

    delivered(address("/1", archives.get(1)), "").close();
    assertThat(server.requests("/1")).isEqualTo(2);
  }

  @Test
  void aTreeThatIsNotKeptAnyMoreAnswersNothingAndNothingIsRememberedOfIt() {
    restart(0, ArchiveLimits.DEFAULTS);
    var tree = delivered(address("/x.tar.gz", ARCHIVE), "");
    var files = tree.files();
    tree.close();

    assertThat(files.read(path("main.jsonnet"), 9)).isInstanceOf(FileRead.Refused.class);
    assertThat(files.readWithProof(path("main.jsonnet"), 9).proof()).isSameAs(FileProof.NEVER);
    assertNothingIsLeft();
  }

  @Test
  void closingATreeTwiceGivesItBackOnce() {
    restart(0, ArchiveLimits.DEFAULTS);
    var one = delivered(address("/x.tar.gz", ARCHIVE), "");
    try (var other = delivered(address("/x.tar.gz", ARCHIVE), "")) {
      one.close();
      one.close();
      assertThat(text(other, "main.jsonnet")).isEqualTo("1");
    }
  }

  @Test
  void anArchiveOfAStoreIsCopiedOnceAndReadFromDisk() throws IOException {
    var store = new MemoryArtifactStore(Clock.systemUTC());
    var owner = new ResourceName("team", "dash");
    var files = FileSet.ofTexts(Map.of("main.jsonnet", "1", "lib/a", "2"));
    var stored = store.put(owner, Archive.of(Revision.ofFiles(files), files), Fence.OPEN);
    var opened = new AtomicInteger();
    var source =
        new StoredSource(
            "ExternalArtifact team/dash",
            stored.digest(),
            () -> {
              opened.incrementAndGet();
              return store.open(owner, stored.revision());
            });

    for (var part : List.of("", "lib", "")) {
      var found = (Location.Found) sources.locate(source, part);
      assertThat(found.revision()).startsWith(stored.digest().text()).endsWith(part);
      try (var tree = ((Delivery.Delivered) found.download().fetch(Cancellation.NEVER)).tree()) {
        assertThat(tree.paths()).contains(part.isEmpty() ? "main.jsonnet" : "a");
      }
    }
    assertThat(opened).hasValue(1);
    assertThat(ended).isEmpty();
  }

  @Test
  void anArchiveThatAStoreLostMayComeBack() {
    var source = new StoredSource("ExternalArtifact a/b", Digest.of(ARCHIVE), Optional::empty);
    var found = (Location.Found) sources.locate(source, "");

    assertProblem(
        ((Delivery.Undelivered) found.download().fetch(Cancellation.NEVER)).problem(),
        Retry.WITH_BACKOFF,
        "ExternalArtifact a/b: its archive is not there now");
  }

  @Test
  void whatAProcessThatWasKilledLeftIsRemoved() throws IOException {
    sources.close();
    var left = Files.createDirectory(folder.resolve("run-dead"));
    Files.writeString(left.resolve("file-0"), "x");
    Files.createFile(folder.resolve("run-dead.lock"));
    sources = sources(1 << 20);

    assertThat(left).doesNotExist();
    assertThat(folder.resolve("run-dead.lock")).doesNotExist();
  }

  @Test
  void whatAnotherProcessUsesIsNotRemoved() {
    try (var tree = delivered(address("/x.tar.gz", ARCHIVE), "");
        var _ = sources(1 << 20)) {
      assertThat(text(tree, "main.jsonnet")).isEqualTo("1");
    }
  }

  @Test
  void nothingIsLeftWhenItEnds() throws IOException {
    delivered(address("/x.tar.gz", ARCHIVE), "").close();
    sources.close();

    try (var left = Files.list(folder)) {
      assertThat(left).extracting(file -> file.getFileName().toString()).containsExactly("lock");
    }
  }

  @Test
  void aFolderThatIsGoneIsSaidWithoutItsName() throws IOException {
    try (var runs = Files.newDirectoryStream(folder, "run-*")) {
      for (var run : runs) {
        Files.delete(run);
      }
    }
    var problem = problem(address("/x.tar.gz", ARCHIVE));

    assertProblem(problem, Retry.WITH_BACKOFF, "the cache for sources cannot be used: ");
    assertThat(problem.message()).doesNotContain(folder.toString());
  }

  private void restart(long kept, ArchiveLimits limits) {
    sources.close();
    sources = sources(kept, limits);
  }

  private ArtifactSources sources(long kept) {
    return sources(kept, ArchiveLimits.DEFAULTS);
  }

  private ArtifactSources sources(long kept, ArchiveLimits limits) {
    Names names = host -> List.of(InetAddress.ofLiteral(host));
    var http =
        new HttpSettings(Duration.ofSeconds(30), Duration.ofSeconds(5), 10, limits.compressed());
    return new ArtifactSources(
        new SourceSettings(
            folder, kept, 4, http, limits, List.of(Cidr.of("127.0.0.1").orElseThrow())),
        names,
        ended::add);
  }

  private ArtifactAddress address(String path, byte[] archive) {
    return new ArtifactAddress(server.url(path), "main@sha1:1", Tarballs.digest(archive));
  }

  private Location.Found found(ArtifactAddress address, String part) {
    return (Location.Found) sources.locate(address, part);
  }

  private Delivery fetch(ArtifactAddress address, String part, Cancellation cancellation) {
    return found(address, part).download().fetch(cancellation);
  }

  private SourceTree delivered(ArtifactAddress address, String part) {
    return switch (fetch(address, part, Cancellation.NEVER)) {
      case Delivery.Delivered(var tree) -> tree;
      case Delivery.Undelivered(var problem) -> throw new AssertionError(problem.message());
    };
  }

  private SourceProblem problem(ArtifactAddress address) {
    return ((Delivery.Undelivered) fetch(address, "", Cancellation.NEVER)).problem();
  }

  private static void assertProblem(SourceProblem problem, Retry retry, String words) {
    assertThat(problem.message()).contains(words).doesNotContain("secret").doesNotEndWith(".");
    assertThat(problem.reason()).isEqualTo(Reason.SOURCE_FETCH_FAILED);
    assertThat(problem.retry()).as(problem.message()).isEqualTo(retry);
  }

  private void assertNothingIsLeft() {
    assertThat(files()).isZero();
  }

  private void assertNothingIsHeld() {
    // Archives without a digest are kept for nobody, but may lie there until there is no room.
    assertThat(files()).isLessThan(10);
  }

  private long files() {
    try (var all = Files.walk(folder)) {
      return all.filter(file -> file.getFileName().toString().startsWith("file-")).count();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private long bytes() {
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] cut(byte[] archive) {
    return Arrays.copyOf(archive, archive.length - 10);
  }

  private static String text(SourceTree tree, String path) {
    return new String(
        ((FileRead.Content) tree.files().read(path(path), 1 << 20)).bytes(),
        StandardCharsets.UTF_8);
  }

  private static TreePath path(String text) {
    return new TreePath(text);
  }

  private static void awaited(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void waitUntil(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
