// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.artifact.History;
import wtf.metio.jaas.domain.artifact.Published;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Ledger;
import wtf.metio.jaas.domain.snippet.ResourceName;

class StatusFolderTest {

  private static final ResourceName NAME = new ResourceName("team", "one");
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456789Z");

  @TempDir private Path root;

  @Test
  void everythingIsReadAsItWasWritten() {
    try (var folder = StatusFolder.toWrite(root)) {
      var status = status("line one\nline \"two\"\\ \u0001 \u2028 \uD83D\uDE00 end");
      folder.write(status);

      assertThat(folder.readAll()).containsExactly(Map.entry(NAME, status));
    }
  }

  @Test
  void aSnippetWithoutAnythingIsReadToo() {
    try (var folder = StatusFolder.toWrite(root)) {
      folder.write(SnippetStatus.unknown(NAME));

      assertThat(folder.readAll().get(NAME)).isEqualTo(SnippetStatus.unknown(NAME));
    }
  }

  @Test
  void whatIsDamagedIsAsIfItWereNotThereWhereverTheDamageIs() throws IOException {
    try (var folder = StatusFolder.toWrite(root)) {
      folder.write(status("message"));
      var file = root.resolve("team/one.json");
      var whole = Files.readString(file);
      for (int end = 0; end < whole.length() - 2; end += 7) {
        Files.writeString(file, whole.substring(0, end));
        assertThat(folder.readAll()).as(whole.substring(0, end)).isEmpty();
      }
      for (var part : List.of("Synced", "sha256:", "2026-01", "\"ledger\"", "\"name\"")) {
        Files.writeString(file, whole.replaceFirst(part, "x"));
        folder.readAll();
      }
      Files.writeString(file, whole);
      assertThat(folder.readAll()).hasSize(1);
    }
  }

  @Test
  void aFileOfAnotherNameIsNotTaken() throws IOException {
    try (var folder = StatusFolder.toWrite(root)) {
      folder.write(status("message"));
      Files.move(root.resolve("team/one.json"), root.resolve("team/two.json"));

      assertThat(folder.readAll()).isEmpty();
    }
  }

  @Test
  void theSameFolderIsTakenOnceAtATime() {
    var first = StatusFolder.toWrite(root);

    assertThatThrownBy(() -> StatusFolder.toWrite(root)).isInstanceOf(StateTakenException.class);
    first.close();
    StatusFolder.toWrite(root).close();
  }

  @Test
  void whoeverOnlyReadsIsNotInTheWay() {
    try (var writer = StatusFolder.toWrite(root);
        var reader = StatusFolder.toRead(root)) {
      writer.write(status("message"));

      assertThat(reader.readAll()).hasSize(1);
    }
  }

  @Test
  void aFolderThatIsNotThereHoldsNothing() {
    try (var reader = StatusFolder.toRead(root.resolve("none"))) {
      assertThat(reader.readAll()).isEmpty();
    }
  }

  @Test
  void whatCannotBeWrittenIsSaid() throws IOException {
    try (var folder = StatusFolder.toWrite(root)) {
      Files.writeString(root.resolve("team"), "in the way");

      assertThat(folder.write(status("message"))).isFalse();
    }
  }

  @Test
  void theDocumentIsThatOfTheCustomResource() {
    assertThat(StatusDocument.of(status("Rendered 3 bytes from 1 files")))
        .isEqualTo(
            """
            {
              "apiVersion": "jaas.metio.wtf/v1",
              "kind": "JsonnetSnippet",
              "metadata": {
                "name": "one",
                "namespace": "team",
                "generation": 2
              },
              "status": {
                "observedGeneration": 2,
                "conditions": [
                  {
                    "type": "Ready",
                    "status": "True",
                    "reason": "Synced",
                    "message": "Rendered 3 bytes from 1 files",
                    "lastTransitionTime": "2026-01-01T12:00:00Z",
                    "observedGeneration": 2
                  }
                ],
                "revision": "REVISION",
                "artifactURL": "http://store/x",
                "lastSyncTime": "2026-01-01T12:00:00Z",
                "lastHandledReconcileAt": "now",
                "history": [
                  {
                    "revision": "REVISION",
                    "time": "2026-01-01T12:00:00Z"
                  }
                ],
                "inputsDigest": "sha256:inputs",
                "notes": [
                  "a note"
                ]
              }
            }
            """
                .replace("REVISION", revision("b").text()));
  }

  private static Revision revision(String content) {
    return Revision.ofText(content.getBytes(StandardCharsets.UTF_8));
  }

  private static SnippetStatus status(String message) {
    var current = new StoredArchive(revision("b"), Digest.of(new byte[] {1}), 42, NOON);
    var history =
        new History(
            List.of(
                new Published(revision("b"), NOON, null),
                new Published(revision("a"), NOON.minusSeconds(9), NOON)));
    return new SnippetStatus(
        NAME,
        new SnippetStatus.Described(2, "sha256:spec", "now", ""),
        new Ready(true, Reason.SYNCED, message, NOON),
        "http://store/x",
        Instant.parse("2026-01-01T12:00:00Z"),
        List.of("a note"),
        1,
        new Ledger("sha256:inputs", current, history));
  }
}
