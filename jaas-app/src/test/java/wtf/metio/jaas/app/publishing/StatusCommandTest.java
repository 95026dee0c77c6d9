// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static wtf.metio.jaas.app.publishing.PublishingService.snippet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.app.RunningService;

class StatusCommandTest {

  @TempDir private Path root;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void itTellsHowSnippetsDoWhileTheServiceRuns() {
    try (var town = new PublishingService(root)) {
      town.write("a.yaml", snippet("good", "{ a: 1 }"), snippet("bad", "error 'no'"));
      town.start();
      town.awaitReason("good", "Synced");
      town.awaitReason("bad", "EvaluationFailed");
      awaitKept("good", "Synced");
      awaitKept("bad", "EvaluationFailed");

      assertThat(run()).isEqualTo(1);
      assertThat(text(out))
          .isEqualTo(
              """
              NAMESPACE   NAME   READY   REASON             REVISION              HISTORY   URL
              default     bad    False   EvaluationFailed   -                     0         -
              default     good   True    Synced             sha256:eb6c0b7db1ed   1         \
              http://jaas.example/default/good/\
              sha256-eb6c0b7db1ed40c126b28f6857e7f2138b8796e964daa0cd089cb57b1b09263c.tar.gz
              """);
      assertThat(run("good")).isZero();
      assertThat(run("default/bad")).isEqualTo(1);
    }
  }

  @Test
  void itTellsTheSameAsJson() {
    try (var town = new PublishingService(root)) {
      town.write("a.yaml", snippet("one", "1"));
      town.start();
      town.awaitReason("one", "Synced");
      awaitKept("one", "Synced");
      assertThat(run("--json")).isZero();

      assertThat(text(out))
          .isEqualTo(town.service().get("management", "/status").text())
          .contains("\"kind\": \"JsonnetSnippetList\"");
    }
  }

  @Test
  void itSaysWhatItLacks() {
    assertThat(
            new StatusCommand(new PrintStream(out), new PrintStream(err)).run(List.of(), Map.of()))
        .isEqualTo(2);
    assertThat(text(err)).isEqualTo("jaas: status: --storage-path or --state-path must be given\n");
  }

  @Test
  void itSaysThatThereIsNothing() {
    assertThat(run()).isEqualTo(2);
    assertThat(text(err)).startsWith("jaas: there is no state in ");
  }

  /** The service tells a status a moment before it has written it. */
  private void awaitKept(String name, String reason) {
    var file = root.resolve("storage/.status/default/" + name + ".json");
    RunningService.await(
        () -> {
          try {
            return Files.readString(file).contains(reason);
          } catch (NoSuchFileException _) {
            return false;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private int run(String... arguments) {
    var storage = "--storage-path=" + root.resolve("storage");
    var all = new ArrayList<>(List.of(arguments));
    all.add(storage);
    return new StatusCommand(new PrintStream(out), new PrintStream(err)).run(all, Map.of());
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
