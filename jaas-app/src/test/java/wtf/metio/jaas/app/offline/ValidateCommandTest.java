// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {

  private static final String FINE =
      """
      apiVersion: jaas.metio.wtf/v1
      kind: JsonnetSnippet
      metadata: {name: fine}
      spec: {files: {main.jsonnet: '{}'}}
      """;

  @TempDir Path folder;
  private Commands commands;

  @BeforeEach
  void open() {
    commands = new Commands(folder);
  }

  @Test
  void manifestsThatKeepTheRulesAreFine() {
    var file = commands.file("fine.yaml", FINE);

    assertThat(commands.validate("-f", file))
        .isEqualTo(new Commands.Ended(0, "", "1 manifest, 0 problems\n"));
  }

  @Test
  void everyProblemIsToldWithItsPlace() {
    commands.file("a/one.yaml", FINE + "---\n" + FINE.replace("fine", "two") + "  history: x\n");
    commands.file("b.yml", FINE.replace("files", "file"));
    commands.file("a/.hidden/x.yaml", "{");
    commands.file("a/notes.txt", "{");

    assertThat(commands.validate("-f", folder.toString()))
        .isEqualTo(
            new Commands.Ended(
                1,
                """
                {in}/a/one.yaml:10: the YAML cannot be read: expected <block end>, but found '<block mapping start>'
                {in}/b.yml:1: JsonnetSnippet default/fine: is described at {in}/a/one.yaml:1 already
                {in}/b.yml:4: JsonnetSnippet default/fine: spec.file is not a field; did you mean "files"?
                {in}/b.yml:4: JsonnetSnippet default/fine: exactly one of spec.files or spec.sourceRef must be set
                """,
                "1 manifest, 4 problems\n"));
  }

  @Test
  void whatWouldFailInAServiceIsToldAsWell() {
    commands.stdin(
        FINE.replace("main.jsonnet", "other.jsonnet")
            + "---\n"
            + FINE.replace("fine", "hidden")
                .replace("main.jsonnet", ".x")
                .replace("spec: {", "spec: {output: source, ")
            + "---\n"
            + cyclic("a", "b")
            + "---\n"
            + cyclic("b", "a"));

    var ended = commands.validate("-f", "-");

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.stdout().lines())
        .containsExactly(
            "<stdin>:1: JsonnetSnippet default/fine: spec.files: source must contain"
                + " \"main.jsonnet\" as the snippet entry point",
            "<stdin>:6: JsonnetSnippet default/hidden: spec.files: \".x\" would be dropped by"
                + " consumers (allowed: [A-Za-z0-9._/-] segments, no dot-prefixed segments, no"
                + " traversal)",
            "<stdin>:11: JsonnetSnippet default/a: spec.sourceRef chain forms a cycle: default/a →"
                + " default/b → default/a",
            "<stdin>:16: JsonnetSnippet default/b: spec.sourceRef chain forms a cycle: default/b →"
                + " default/a → default/b");
  }

  private static String cyclic(String name, String source) {
    return """
    apiVersion: jaas.metio.wtf/v1
    kind: JsonnetSnippet
    metadata: {name: %s}
    spec: {sourceRef: {kind: ExternalArtifact, name: %s}}
    """
        .formatted(name, source);
  }

  @Test
  void theRulesAreThoseOfTheServiceThatIsStoodInFor() {
    commands.file("libraries/grafonnet/main.libsonnet", "{}");
    var file =
        commands.file(
            "x.yaml",
            FINE.replace(
                "spec: {",
                "spec: {externalVariables: {zone: a}, libraries: [{kind: JsonnetLibrary, name:"
                    + " grafonnet}], "));

    assertThat(commands.validate("-f", file).exitCode()).isZero();
    assertThat(
            commands
                .validate("-f", file, "--ext-var=zone=b", "-J", commands.path("libraries"))
                .stdout()
                .lines())
        .hasSize(2)
        .anyMatch(line -> line.endsWith("conflicts with --ext-var"))
        .anyMatch(line -> line.contains("shadows OCI-mounted library"));
  }

  @Test
  void aWrongCommandLineIsNoProblemOfTheManifests() {
    assertThat(commands.validate())
        .isEqualTo(new Commands.Ended(2, "", "jaas validate: say what to validate with -f FILE\n"));
    assertThat(commands.validate("--filname", "x").stderr())
        .isEqualTo("jaas validate: unknown option --filname; did you mean --filename?\n");
    assertThat(commands.validate("-f").stderr())
        .isEqualTo("jaas validate: --filename needs a value\n");
    assertThat(commands.validate("-f", "a", "--ext-var", "b").exitCode()).isEqualTo(2);
    assertThat(commands.validate("--help").stdout()).startsWith("jaas validate -f");
  }

  @Test
  void filesThatCannotBeReadOrHoldNothingAreAProblem() {
    assertThat(commands.validate("-f", commands.path("none.yaml")))
        .isEqualTo(
            new Commands.Ended(
                1, "", "jaas validate: {in}/none.yaml: no such file or directory\n"));
    assertThat(commands.validate("-f", folder.toString()))
        .isEqualTo(new Commands.Ended(1, "", "There is no manifest in these files.\n"));
  }
}
