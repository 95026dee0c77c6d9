// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wtf.metio.jaas.app.RunningService;

class SnippetAnswerTest {

  @TempDir static Path folder;

  private static RunningService service;

  @BeforeAll
  static void start() {
    var first = new Snippets(folder.resolve("first"));
    first
        .with("hello", "{ hello: 'world', list: [1, []], empty: {}, half: 0.5 }")
        .with("text", "'just a text'")
        .with("team/dash", "{ team: true }")
        .with("both", "'first'")
        .with("echo", "function(a='none', b='none') [a, b]")
        .with("needy", "function(name) name")
        .with("sibling", "import '../shared.libsonnet'")
        .with("library", "import 'lib/which.libsonnet'")
        .with("bare", "import 'lib'")
        .with("variables", "[std.extVar('flag'), std.extVar('env')]")
        .with("large", "std.repeat('x', 300000)")
        .withFile("shared.libsonnet", "'shared'");
    new Snippets(folder.resolve("second")).with("both", "'second'").with("other", "'other'");
    new Snippets(folder.resolve("left"))
        .withFile("lib/which.libsonnet", "'left'")
        .withFile("lib/main.libsonnet", "'left main'");
    new Snippets(folder.resolve("right")).withFile("lib/which.libsonnet", "'right'");
    new Snippets(folder).withFile("single.jsonnet", "{ from: std.thisFile }");
    service =
        RunningService.start(
            Map.of("JAAS_EXT_VAR_env", "from the environment"),
            List.of(
                "--snippet=" + folder.resolve("single.jsonnet"),
                "--snippet-directory=" + folder.resolve("absent"),
                "--snippet-directory=" + folder.resolve("first"),
                "--snippet-directory=" + folder.resolve("second"),
                "--library-path=" + folder.resolve("left"),
                "--library-path=" + folder.resolve("right"),
                "--ext-var=flag=from a flag"));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void aSnippetIsAnsweredWithItsValueAndNothingElse() {
    var answer = service.snippet("hello");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .isEqualTo(
            """
            {
               "empty": { },
               "half": 0.5,
               "hello": "world",
               "list": [
                  1,
                  [ ]
               ]
            }
            """);
    assertThat(answer.headerNames())
        .containsExactlyInAnyOrder(
            "Content-Type", "Content-Length", "ETag", "Vary", "Date", "Connection");
    assertThat(answer.header("Content-Type")).contains("application/json");
  }

  @Test
  void aTextIsAJsonString() {
    assertThat(service.snippet("text").text()).isEqualTo("\"just a text\"\n");
  }

  @Test
  void aLargeValueArrivesWhole() {
    var answer = service.snippet("large");

    assertThat(answer.header("Content-Length")).contains("300003");
    assertThat(answer.body()).hasSize(300003);
  }

  @Test
  void namesMayHaveSeveralSegments() {
    assertThat(service.snippet("team/dash").status()).isEqualTo(200);
    assertThat(service.snippet("team%2Fdash").status()).isEqualTo(200);
  }

  @Test
  void theFirstFolderThatHasANameWins() {
    assertThat(service.snippet("both").text()).isEqualTo("\"first\"\n");
    assertThat(service.snippet("other").text()).isEqualTo("\"other\"\n");
  }

  @Test
  void aFileIsServedUnderItsPathWithTheFirstSlashEncoded() {
    var path = folder.resolve("single.jsonnet").toString();
    var answer = service.snippet("%2F" + path.substring(1));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).contains(path);
  }

  @Test
  void importsComeFromTheSnippetsFolderAndTheLastLibraryThatHasThem() {
    assertThat(service.snippet("sibling").text()).isEqualTo("\"shared\"\n");
    assertThat(service.snippet("library").text()).isEqualTo("\"right\"\n");
    assertThat(service.snippet("bare").text()).isEqualTo("\"left main\"\n");
  }

  @Test
  void externalVariablesComeFromFlagsAndTheEnvironment() {
    assertThat(service.snippet("variables").text()).contains("from a flag", "from the environment");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "echo            | none    | none",
        "echo?a=1        | 1       | none",
        "echo?a          | ''      | none",
        "echo?a=         | ''      | none",
        "echo?a=1&b=2    | 1       | 2",
        "echo?a=x%20y+z  | x y z   | none",
        "echo?a=1;2&b=2  | none    | 2",
        "echo?a=%zz&b=2  | none    | 2",
        "echo?&&b=2&     | none    | 2",
        "echo?a=b=c      | b=c     | none",
        "echo?a=%C3%A4   | ä       | none"
      })
  void aQueryGivesArguments(String target, String a, String b) {
    assertThat(service.snippet(target).text().replaceAll("\\s*\n\\s*", " "))
        .isEqualTo("[ \"" + a + "\", \"" + b + "\" ] ");
  }

  @Test
  void charactersThatShouldBeEncodedNeedNotBe() {
    assertThat(service.snippet("echo?a={\"<>|^`\\[]}").text()).contains("\"{\\\"<>|^`\\\\[]}\"");
  }

  @Test
  void aNameGivenTwiceIsAnArrayOfTexts() {
    assertThat(service.snippet("echo?a=1&b=<x>&b=%22").text().replaceAll("\\s+", ""))
        .isEqualTo("[\"1\",[\"<x>\",\"\\\"\"]]");
  }

  @Test
  void charactersOutsideOfAsciiNeedNotBeEncoded() {
    // Each character is a byte here: these are the two of an umlaut in UTF-8.
    assertThat(service.snippet("echo?a=\u00c3\u00a4").text()).contains("\"ä\"");
  }

  @Test
  void argumentsOfAValueThatIsNoFunctionAreIgnored() {
    assertThat(service.snippet("text?whatever=1").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"needy", "needy?nam=1", "needy?name=1&more=2"})
  void missingAndUnknownArgumentsAreTheCallersFault(String target) {
    var answer = service.snippet(target);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("\"reason\":\"argument\"");
  }

  @Test
  void anEditIsSeenOnTheNextRequest() {
    var snippets = new Snippets(folder.resolve("first"));
    snippets.with("edited", "'before'").withFile("edited/part.libsonnet", "1");
    assertThat(service.snippet("edited").text()).isEqualTo("\"before\"\n");

    snippets.with("edited", "import 'part.libsonnet'");
    assertThat(service.snippet("edited").text()).isEqualTo("1\n");

    snippets.withFile("edited/part.libsonnet", "2");
    assertThat(service.snippet("edited").text()).isEqualTo("2\n");
  }
}
