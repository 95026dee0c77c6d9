// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderManifestsCommandTest {

  private static final String LIBRARY =
      """
      ---
      apiVersion: jaas.metio.wtf/v1
      kind: JsonnetLibrary
      metadata: {name: greet}
      spec:
        files: {main.libsonnet: "{ hi(who): 'hi ' + who }"}
      """;

  @TempDir Path folder;
  private Commands commands;

  @BeforeEach
  void open() {
    commands = new Commands(folder);
  }

  private static String snippet(String name, String spec) {
    return """
    ---
    apiVersion: jaas.metio.wtf/v1
    kind: JsonnetSnippet
    metadata: {name: %s}
    spec:
    """
            .formatted(name)
        + spec.indent(2);
  }

  @Test
  void aSnippetIsRenderedWithItsLibrariesAndVariables() {
    commands.stdin(
        LIBRARY
            + snippet(
                "hello",
                """
                files:
                  main.jsonnet: |
                    function(number) { [std.extVar('zone')]: (import 'g').hi(std.extVar('who')), n: number }
                libraries: [{kind: JsonnetLibrary, name: greet, importPath: g}]
                externalVariables: {who: you}
                tlas: [{name: number, value: 1 + 1, code: true}]
                suspend: true
                """));

    assertThat(commands.render("-f", "-", "-V", "zone=z"))
        .isEqualTo(new Commands.Ended(0, "{\n   \"n\": 2,\n   \"z\": \"hi you\"\n}\n", ""));
  }

  @Test
  void objectsForAClusterAreAStream() {
    var file =
        commands.file(
            "x.yaml",
            snippet(
                "a",
                """
                format: manifests
                files:
                  main.jsonnet: |
                    local o(n) = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: n } };
                    [o('z'), o('x')]
                """));

    assertThat(commands.render("-f", file).stdout())
        .isEqualTo(
            """
            ---
            # default/a/ConfigMap_x.yaml
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: x
            ---
            # default/a/ConfigMap_z.yaml
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: z
            """);
    assertThat(commands.render("-f", file, "-m", commands.path("out")))
        .isEqualTo(
            new Commands.Ended(
                0,
                """
                {in}/out/default/a/ConfigMap_x.yaml
                {in}/out/default/a/ConfigMap_z.yaml
                {in}/out/default/a/kustomization.yaml
                """,
                ""));
    assertThat(commands.files("out")).hasSize(3);
  }

  @Test
  void sourcesAreFoldersThatTheUserNames() {
    commands.file("repo/apps/main.jsonnet", "importstr 'x.txt'");
    commands.file("repo/apps/x.txt", "text");
    commands.file("repo/apps/.git/config", "secret");
    commands.file("repo/other.jsonnet", "error 'not wanted'");
    var file =
        commands.file(
            "x.yaml", snippet("a", "sourceRef: {kind: GitRepository, name: repo, path: ./apps/}"));

    assertThat(commands.render("-f", file))
        .isEqualTo(
            new Commands.Ended(
                1,
                "",
                "default/a: SourceFetchFailed: GitRepository default/repo is not on this machine;"
                    + " say where its files are with --source repo=DIR\n"));
    for (var name : new String[] {"repo", "default/repo", "GitRepository/repo"}) {
      assertThat(commands.render("-f", file, "--source", name + "=" + commands.path("repo")))
          .isEqualTo(new Commands.Ended(0, "\"text\"\n", ""));
    }
    assertThat(
            commands.render(
                "-f",
                commands.file("y.yaml", commands.read("x.yaml") + "  output: source\n"),
                "--source=repo=" + commands.path("repo"),
                "-m",
                commands.path("out")))
        .extracting(Commands.Ended::exitCode)
        .isEqualTo(0);
    assertThat(commands.files("out/default/a")).containsExactly("main.jsonnet", "x.txt");
  }

  @Test
  void sourcesInManifestsMayBeRelativePaths() {
    commands.file("in/files/main.jsonnet", "1 + 1");
    var file =
        commands.file(
            "in/x.yaml",
            snippet("a", "sourceRef: {kind: Bucket, name: b}")
                + """
                ---
                apiVersion: source.toolkit.fluxcd.io/v1
                kind: Bucket
                metadata: {name: b}
                status: {artifact: {url: ./files}}
                """);

    assertThat(commands.render("-f", file).stdout()).isEqualTo("2\n");
  }

  @Test
  void whatOneSnippetPublishesIsTheSourceOfAnother() {
    var file =
        commands.file(
            "x.yaml",
            snippet("a", "files: {main.jsonnet: '{ a: 1 }'}")
                + snippet(
                    "b", "sourceRef: {kind: ExternalArtifact, name: a}\nentryFile: rendered.json"));

    assertThat(commands.render("-f", file, "b").stdout()).isEqualTo("{\n   \"a\": 1\n}\n");
  }

  @Test
  void theArchiveIsTheOneThatWouldBePublished() throws IOException {
    var file = commands.file("x.yaml", snippet("a", "files: {main.jsonnet: '{ a: 1 }'}"));

    assertThat(commands.render("-f", file, "--archive", commands.path("x.tar.gz")).exitCode())
        .isZero();
    var bytes = Files.readAllBytes(folder.resolve("x.tar.gz"));
    var tar = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
    assertThat(tar).hasSize(2048);
    assertThat(new String(tar, 0, 13)).isEqualTo("rendered.json");
  }

  @Test
  void whatFailsIsToldAndTheRestIsWrittenToAFolder() {
    var file =
        commands.file(
            "x.yaml",
            snippet("bad", "files: {main.jsonnet: \"error 'no'\"}")
                + snippet("good", "files: {main.jsonnet: '1'}")
                + snippet("wrong", "file: {main.jsonnet: '1'}"));

    var ended = commands.render("-f", file, "-m", commands.path("out"));

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.stdout()).isEqualTo("{in}/out/default/good/rendered.json\n");
    assertThat(ended.stderr())
        .contains(
            "spec.file is not a field; did you mean \"files\"?",
            "default/bad: EvaluationFailed: RUNTIME ERROR: no\n"
                + "default/bad/main.jsonnet:1:1-11",
            "default/wrong: its manifest is not valid\n");
    assertThat(commands.render("-f", file).stdout()).isEmpty();
    assertThat(commands.render("-f", file, "good"))
        .extracting(Commands.Ended::exitCode, Commands.Ended::stdout)
        .containsExactly(0, "1\n");
  }

  @Test
  void messagesSayWhatToDo() {
    var file =
        commands.file(
            "x.yaml",
            snippet("a", "files: {main.jsonnet: '1'}")
                + snippet("b", "files: {main.jsonnet: '1'}")
                + LIBRARY);

    assertThat(commands.render("-f", file).stderr())
        .isEqualTo(
            "jaas render: there are 2 files to write; name one snippet, or write them to a folder"
                + " with -m DIR\n");
    assertThat(commands.render("-f", file, "c").stderr())
        .isEqualTo("jaas render: there is no snippet c; there are default/a, default/b\n");
    assertThat(commands.render("-f", commands.file("l.yaml", LIBRARY)).stderr())
        .isEqualTo("jaas render: there is no JsonnetSnippet in these files\n");
    assertThat(commands.render("-f", file, "--evaluation-timeout=5").stderr())
        .isEqualTo(
            "jaas render: --evaluation-timeout is a duration such as 5s or 1m30s, found \"5\"\n");
    assertThat(commands.render("-f", "-", "--help").stdout()).startsWith("jaas render -f");
  }

  @Test
  void limitsHold() {
    var endless = "local f(n) = f(n + 1) tailstrict; f(0)";
    var file = commands.file("x.yaml", snippet("a", "files: {main.jsonnet: '" + endless + "'}"));

    assertThat(commands.render("-f", file, "--evaluation-timeout", "100ms").stderr())
        .isEqualTo("default/a: EvaluationTimeout: evaluation exceeded 100ms\n");
    assertThat(
            commands.render(
                "-f",
                commands.file("y.yaml", snippet("a", "files: {main.jsonnet: \"'abc'\"}")),
                "--max-artifact-bytes",
                "3"))
        .extracting(Commands.Ended::stderr)
        .asString()
        .startsWith("default/a: ArtifactTooLarge: ");
  }
}
