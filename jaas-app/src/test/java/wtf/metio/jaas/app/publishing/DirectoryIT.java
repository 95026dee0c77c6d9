// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wtf.metio.jaas.app.publishing.PublishingService.library;
import static wtf.metio.jaas.app.publishing.PublishingService.snippet;
import static wtf.metio.jaas.app.publishing.PublishingService.source;
import static wtf.metio.jaas.app.publishing.PublishingService.uses;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.app.RunningService;
import wtf.metio.jaas.directory.status.StateTakenException;

class DirectoryIT {

  @TempDir private Path root;
  private PublishingService town;

  @BeforeEach
  void build() {
    town = new PublishingService(root, "--manifest-removal-grace=0s");
  }

  @AfterEach
  void leave() {
    town.close();
  }

  @Test
  void whatTheFolderDescribesIsServedAndEditsAreSeen() {
    town.write("a.yaml", snippet("one", "{ a: 1 }"));
    town.start();
    town.awaitPublished("one", "rendered.json", "{\n   \"a\": 1\n}\n");
    var first = town.status("one");
    assertThat(first)
        .contains(
            "sha256:eb6c0b7db1ed40c126b28f6857e7f2138b8796e964daa0cd089cb57b1b09263c",
            "\"message\": \"Rendered 14 bytes from 1 files\"",
            "\"observedGeneration\": 1");

    town.write("a.yaml", snippet("one", "{ a: 2 }"));
    town.awaitPublished("one", "rendered.json", "{\n   \"a\": 2\n}\n");
    assertThat(town.status("one")).contains("\"observedGeneration\": 2");
    assertThat(town.service().log()).contains("Snippet is published");
  }

  @Test
  void whatBreaksSaysSoAndIsServedAsBeforeUntilItIsFixed() {
    town.write("a.yaml", snippet("one", "[1]"));
    town.start();
    town.awaitReason("one", "Synced");

    town.write("a.yaml", snippet("one", "error 'no'"));
    assertThat(town.awaitReason("one", "EvaluationFailed"))
        .contains("no", "default/one/main.jsonnet", "runbooks/evaluationfailed/");
    assertThat(town.publishedFiles("one")).containsEntry("rendered.json", "[\n   1\n]\n");

    town.write("a.yaml", snippet("one", "[2]"));
    town.awaitReason("one", "Synced");
    town.awaitPublished("one", "rendered.json", "[\n   2\n]\n");
  }

  @Test
  void whatIsWrongInAManifestIsToldWithItsPlaceAndWithdrawsNothing() {
    town.write("a.yaml", snippet("one", "1"));
    town.start();
    town.awaitReason("one", "Synced");

    town.write("a.yaml", snippet("one", "1", "entyFile: x"));
    assertThat(town.awaitReason("one", "InvalidSpec")).contains("entyFile");
    town.write("b.yaml", "{");
    RunningService.await(
        () -> town.service().get("management", "/status").text().contains("b.yaml"));
    assertThat(town.publishedFiles("one")).containsKey("rendered.json");
  }

  @Test
  void oneNameInTwoFilesIsAnErrorThatNamesBoth() {
    town.write("a.yaml", snippet("one", "1"));
    town.start();
    town.awaitReason("one", "Synced");
    town.write("b.yaml", snippet("one", "2"));

    assertThat(town.awaitReason("one", "InvalidSpec")).contains("a.yaml:1", "b.yaml:1");
    town.delete("a.yaml");
    town.awaitPublished("one", "rendered.json", "2\n");
  }

  @Test
  void whoIsNotDescribedAnyMoreIsWithdrawn() {
    town.write("a.yaml", snippet("one", "1"));
    town.write("b.yaml", snippet("two", "2"));
    town.start();
    town.awaitReason("one", "Synced");
    town.delete("a.yaml");

    RunningService.await(() -> town.status("one").isEmpty());
    RunningService.await(() -> archives(town.storage.resolve("default/one")) == 0);
    RunningService.await(
        () -> !town.service().get("metrics", "/metrics").text().contains("name=\"one\""));
  }

  @Test
  void aChainFollowsItsBeginning() {
    town.write("up.yaml", snippet("up", "{ a: 1 }"));
    town.write("lib.yaml", source("l", "up"));
    town.write("down.yaml", snippet("down", "(import 'l/rendered.json').a + 1", uses("l")));
    town.start();
    town.awaitPublished("down", "rendered.json", "2\n");

    town.write("up.yaml", snippet("up", "{ a: 5 }"));
    town.awaitPublished("down", "rendered.json", "6\n");
  }

  @Test
  void aLibraryReachesItsUsers() {
    town.write("lib.yaml", library("l", "{ n: 1 }"));
    town.write("a.yaml", snippet("one", "(import 'l/main.libsonnet').n", uses("l")));
    town.write("b.yaml", snippet("two", "7"));
    town.start();
    town.awaitPublished("one", "rendered.json", "1\n");
    town.awaitReason("two", "Synced");
    RunningService.await(() -> town.rendered() == 2);

    town.write("lib.yaml", library("l", "{ n: 2 }"));
    town.awaitPublished("one", "rendered.json", "2\n");
    RunningService.await(() -> town.rendered() == 3);
  }

  @Test
  void aSuspendedSnippetIsServedAsItIs() {
    town.write("a.yaml", snippet("one", "1"));
    town.start();
    town.awaitReason("one", "Synced");
    town.write("a.yaml", snippet("one", "2", "suspend: true"));

    town.awaitReason("one", "Suspended");
    assertThat(town.publishedFiles("one")).containsEntry("rendered.json", "1\n");
  }

  @Test
  void everyFormatIsPublished() {
    town.write("y.yaml", snippet("as-yaml", "{ a: 1 }", "format: yaml"));
    town.write("m.yaml", snippet("as-files", "{ 'a.txt': 'x' }", "format: multi"));
    town.write(
        "k.yaml",
        snippet(
            "as-manifests",
            "{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' } }",
            "format: manifests"));
    town.write("s.yaml", snippet("as-source", "{ not: evaluated }", "output: source"));
    town.start();

    town.awaitPublished("as-yaml", "rendered.yaml", "a: 1\n");
    town.awaitReason("as-files", "Synced");
    assertThat(town.publishedFiles("as-files")).containsKey("a.txt");
    town.awaitReason("as-manifests", "Synced");
    assertThat(town.publishedFiles("as-manifests")).containsKey("kustomization.yaml").hasSize(2);
    town.awaitPublished("as-source", "main.jsonnet", "{ not: evaluated }\n");
  }

  @Test
  void historyStaysFetchable() {
    town.write("a.yaml", snippet("one", "1", "history: 2"));
    town.start();
    town.awaitPublished("one", "rendered.json", "1\n");
    var first = revision(town.status("one"));
    town.write("a.yaml", snippet("one", "2", "history: 2"));
    town.awaitPublished("one", "rendered.json", "2\n");

    var old = town.service().get("storage", "/default/one/sha256-" + first + ".tar.gz");
    assertThat(PublishingService.files(old)).containsEntry("rendered.json", "1\n");
  }

  @Test
  void aRestartGoesOnWithoutRendering() throws IOException {
    for (int i = 0; i < 20; i++) {
      town.write("s" + i + ".yaml", snippet("s" + i, "[" + i + "]"));
    }
    town.start();
    for (int i = 0; i < 20; i++) {
      town.awaitReason("s" + i, "Synced");
    }
    town.stop();
    var before = stateFiles();
    town.start();
    RunningService.await(
        () -> town.service().metric("jaas_snippet_queue_waiting") == 0 && town.reconciled() == 20);

    assertThat(town.rendered()).isZero();
    assertThat(stateFiles()).isEqualTo(before);
    town.write("s0.yaml", snippet("s0", "'edited'"));
    town.awaitPublished("s0", "rendered.json", "\"edited\"\n");
  }

  @Test
  void whatWasRemovedWhileNobodyLookedIsWithdrawn() {
    town.write("a.yaml", snippet("one", "1"));
    town.write("b.yaml", snippet("two", "2"));
    town.start();
    town.awaitReason("one", "Synced");
    town.awaitReason("two", "Synced");
    town.stop();
    town.delete("a.yaml");
    town.start();

    RunningService.await(() -> town.status("one").isEmpty());
    town.awaitReason("two", "Synced");
  }

  @Test
  void aDamagedStatusIsRenderedAnew() throws IOException {
    town.write("a.yaml", snippet("one", "1"));
    town.start();
    town.awaitReason("one", "Synced");
    town.stop();
    Files.writeString(town.storage.resolve(".status/default/one.json"), "{\"meta");
    town.start();

    town.awaitReason("one", "Synced");
    RunningService.await(() -> town.rendered() == 1);
  }

  @Test
  void aLostArchiveIsMadeAgainAtTheNextStart() throws IOException {
    town.write("a.yaml", snippet("one", "1"));
    town.start();
    town.awaitReason("one", "Synced");
    town.stop();
    try (Stream<Path> files = Files.walk(town.storage.resolve("default"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    town.start();

    town.awaitPublished("one", "rendered.json", "1\n");
  }

  @Test
  void aStoreThatIsDeletedWhileTheServiceRunsIsMadeAgain() throws IOException {
    town.write("a.yaml", snippet("one", "1"));
    town.start();
    town.awaitPublished("one", "rendered.json", "1\n");
    try (Stream<Path> files = Files.walk(town.storage.resolve("default"))) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    assertThat(town.service().get("management", "/ready").status()).isEqualTo(200);

    RunningService.await(() -> town.service().metric("jaas_storage_lost_total") == 1);
    town.awaitPublished("one", "rendered.json", "1\n");
    town.awaitReason("one", "Synced");
  }

  @Test
  void aDamagedArchiveIsMadeAgain() throws IOException {
    town.write("a.yaml", snippet("one", "'a text of some length'"));
    town.start();
    town.awaitReason("one", "Synced");
    town.stop();
    Path archive;
    try (Stream<Path> files = Files.walk(town.storage.resolve("default"))) {
      archive = files.filter(it -> it.toString().endsWith(".tar.gz")).findFirst().orElseThrow();
    }
    var bytes = Files.readAllBytes(archive);
    bytes[30] ^= 1;
    Files.write(archive, bytes);
    town.start();

    town.awaitPublished("one", "rendered.json", "\"a text of some length\"\n");
    RunningService.await(() -> town.service().metric("jaas_storage_damaged_total") == 1);
  }

  @Test
  void aSecondProcessOnTheSameStorageIsRefused() {
    town.start();
    var second = new PublishingService(root);

    assertThatThrownBy(second::start)
        .rootCause()
        .isInstanceOf(StateTakenException.class)
        .hasMessageContaining("another process");
  }

  @Test
  void aConfigMapSwapIsFollowed() throws IOException {
    var versions = new ArrayList<Path>();
    for (int i = 0; i < 2; i++) {
      var version = Files.createDirectory(town.manifests.resolve("..2026_" + i));
      Files.writeString(version.resolve("a.yaml"), snippet("one", "" + i));
      versions.add(version.getFileName());
    }
    Files.createSymbolicLink(town.manifests.resolve("..data"), versions.get(0));
    Files.createSymbolicLink(town.manifests.resolve("a.yaml"), Path.of("..data/a.yaml"));
    town.start();
    town.awaitPublished("one", "rendered.json", "0\n");

    Files.createSymbolicLink(town.manifests.resolve("..tmp"), versions.get(1));
    Files.move(
        town.manifests.resolve("..tmp"),
        town.manifests.resolve("..data"),
        StandardCopyOption.ATOMIC_MOVE);
    town.awaitPublished("one", "rendered.json", "1\n");
  }

  private static int archives(Path folder) {
    var files = folder.toFile().list();
    return files == null ? 0 : files.length;
  }

  private Map<String, Object> stateFiles() throws IOException {
    var files = new TreeMap<String, Object>();
    try (Stream<Path> all = Files.walk(town.storage.resolve(".status/default"))) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        files.put(file.toString(), Files.getLastModifiedTime(file));
      }
    }
    return files;
  }

  private static String revision(String status) {
    int begin = status.indexOf("\"revision\": \"sha256:") + 20;
    return status.substring(begin, begin + 64);
  }
}
