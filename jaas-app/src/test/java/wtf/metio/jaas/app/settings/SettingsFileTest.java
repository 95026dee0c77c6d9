// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.app.settings.SettingsLoader.Intent;

class SettingsFileTest {

  @TempDir Path folder;

  private Path file(String text) {
    try {
      return Files.writeString(folder.resolve("jaas.yaml"), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Intent load(Path file, Map<String, String> environment, String... more) {
    var arguments = new ArrayList<>(List.of("--config", file.toString()));
    arguments.addAll(List.of(more));
    return SettingsLoader.load(arguments, environment);
  }

  private static Settings settings(Intent intent) {
    assertThat(intent).isInstanceOf(Intent.Serve.class);
    return ((Intent.Serve) intent).settings();
  }

  private static List<String> problems(Intent intent) {
    assertThat(intent).isInstanceOf(Intent.Refuse.class);
    return ((Intent.Refuse) intent).problems();
  }

  @Test
  void aFileGivesWhatNothingElseDoes() {
    var file =
        file(
            """
            port: 9000
            management-port: 9001
            read-timeout: 1m30s
            max-stack: 0x20
            expose-diagnostics: true
            library-path:
              - a
              - b,c
            snippet: one.jsonnet
            """);
    var settings =
        settings(load(file, Map.of("JAAS_MANAGEMENT_PORT", "9002"), "--read-timeout=2s"));

    assertThat(settings.render().port()).isEqualTo(9000);
    assertThat(settings.management().port()).isEqualTo(9002);
    assertThat(settings.render().readTimeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(settings.evaluation().limits().maxStack()).isEqualTo(32);
    assertThat(settings.evaluation().exposeDiagnostics()).isTrue();
    assertThat(settings.snippets().libraryPaths()).containsExactly("a", "b,c");
    assertThat(settings.snippets().snippets()).containsExactly("one.jsonnet");
  }

  @Test
  void jsonIsFineToo() {
    assertThat(settings(load(file("{\"port\": \"9000\"}"), Map.of())).render().port())
        .isEqualTo(9000);
  }

  @Test
  void theEnvironmentMayNameTheFile() {
    var file = file("port: 9000");

    assertThat(
            settings(SettingsLoader.load(List.of(), Map.of("JAAS_CONFIG", file.toString())))
                .render()
                .port())
        .isEqualTo(9000);
  }

  @Test
  void anEmptyFileSaysNothing() {
    assertThat(settings(load(file(""), Map.of())).render().port()).isEqualTo(8080);
  }

  @Test
  void whatIsWrongInAFileNamesTheFile() {
    var file = file("prot: 1\nmax-stack: deep\nlog-level: [a]\nversion: true\nconfig: x\n");

    assertThat(problems(load(file, Map.of())))
        .containsExactly(
            "--config " + file + ": knows no setting prot; did you mean port?",
            "max-stack in " + file + " must be an integer, got \"deep\"",
            "--config " + file + ": log-level must be a text",
            "--config " + file + ": version cannot be set in a file",
            "--config " + file + ": config cannot be set in a file");
  }

  @Test
  void aPathThatCannotBeOneIsToldWithItsSetting() {
    var file =
        file(
            """
            snippet: "a\\0.jsonnet"
            snippet-directory: [fine, "b\\0"]
            library-path: "c\\0"
            storage-path: "d\\0"
            """);

    var expected =
        " in " + file + " must be a path: without NUL, in the encoding of the locale, got ";
    assertThat(problems(load(file, Map.of())))
        .containsExactly(
            "snippet" + expected + "\"a\\x00.jsonnet\"",
            "snippet-directory" + expected + "\"b\\x00\"",
            "library-path" + expected + "\"c\\x00\"",
            "storage-path" + expected + "\"d\\x00\"");
  }

  @Test
  void aSettingThatIsThereTwiceIsToldSo() {
    var file = file("port: 9000\nlog-level: debug\nport: 9001\n");

    assertThat(problems(load(file, Map.of())))
        .containsExactly("--config " + file + ": port is set twice");
  }

  @Test
  void aListWithNothingBehindItIsEmpty() {
    var settings = settings(load(file("library-path:\nsnippet: []\n"), Map.of()));

    assertThat(settings.snippets().libraryPaths()).isEmpty();
    assertThat(settings.snippets().snippets()).isEmpty();
  }

  @Test
  void whatIsNoTextIsToldSo() throws IOException {
    var file = Files.write(folder.resolve("jaas.yaml"), new byte[] {'a', (byte) 0xff, ':'});

    assertThat(problems(load(file, Map.of())))
        .containsExactly("--config " + file + ": is no text in UTF-8");
  }

  @Test
  void aProblemStaysOnItsLine() {
    var file = file("\"no\\nsuch\\etting\": 1\n");

    assertThat(problems(load(file, Map.of())))
        .containsExactly("--config " + file + ": knows no setting no\\nsuch\\x1btting");
  }

  @Test
  void aFileThatIsNotThereIsToldSo() {
    assertThat(problems(load(folder.resolve("nothing.yaml"), Map.of())))
        .containsExactly("--config " + folder.resolve("nothing.yaml") + ": does not exist");
  }

  @Test
  void whatIsNoYamlIsToldWithoutShowingIt() {
    var file = file("port: 1\ns3-secret-key: \"hunter2\nx: [\n");

    assertThat(problems(load(file, Map.of())))
        .singleElement()
        .asString()
        .startsWith("--config " + file + ": is not valid YAML at line")
        .doesNotContain("hunter2");
  }

  @Test
  void aFileWithoutAnObjectIsToldWhatIsExpected() {
    assertThat(problems(load(file("- a\n- b\n"), Map.of())))
        .singleElement()
        .asString()
        .contains("must hold one object with a setting a line, such as `port: 8080`");
  }
}
