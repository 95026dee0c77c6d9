// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wtf.metio.jaas.domain.snippet.Format;
import wtf.metio.jaas.domain.snippet.LibraryReference;
import wtf.metio.jaas.domain.snippet.NamedValue;
import wtf.metio.jaas.domain.snippet.Origin;
import wtf.metio.jaas.domain.snippet.Output;
import wtf.metio.jaas.domain.snippet.SnippetRules;
import wtf.metio.jaas.domain.snippet.SnippetSpec;
import wtf.metio.jaas.domain.snippet.SourceReference;
import wtf.metio.jaas.domain.snippet.Violation;
import wtf.metio.jaas.manifest.Manifest.LibraryManifest;
import wtf.metio.jaas.manifest.Manifest.SnippetManifest;
import wtf.metio.jaas.manifest.Manifest.SourceManifest;

class ManifestReaderTest {

  private static final SnippetRules RULES = new SnippetRules(Set.of("env"), Set.of("grafonnet"));

  private static ManifestFile read(String text) {
    return new ManifestReader(RULES).read("file.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  private static SnippetManifest snippet(String spec) {
    return (SnippetManifest) file(spec).manifests().getFirst();
  }

  private static ManifestFile file(String spec) {
    return read(
        """
        apiVersion: jaas.metio.wtf/v1
        kind: JsonnetSnippet
        metadata:
          name: hello
        spec:
        """
            + spec.indent(2));
  }

  private static SnippetSpec valid(String spec) {
    var manifest = snippet(spec);
    assertThat(manifest.violations()).isEmpty();
    return manifest.spec();
  }

  private static List<String> problems(String spec) {
    return file(spec).problems().stream().map(ManifestProblem::toString).toList();
  }

  @Test
  void whatIsNotWrittenHasItsDefault() {
    var manifest = snippet("files: {main.jsonnet: '{}'}");

    assertThat(manifest.metadata().name()).hasToString("default/hello");
    assertThat(manifest.place()).hasToString("file.yaml:1");
    assertThat(manifest.violations()).isEmpty();
    var spec = manifest.spec();
    assertThat(spec.entryFile()).isEqualTo("main.jsonnet");
    assertThat(spec.output()).isEqualTo(Output.RENDERED);
    assertThat(spec.format()).isEqualTo(Format.JSON);
    assertThat(spec.history()).isEqualTo(1);
    assertThat(spec.interval()).isEqualTo(Duration.ZERO);
    assertThat(spec.suspend()).isFalse();
    assertThat(spec.serviceAccountName()).isEmpty();
  }

  @Test
  void everyFieldIsRead() {
    var spec =
        valid(
            """
            serviceAccountName: tenant
            entryFile: apps/main.jsonnet
            sourceRef: {kind: GitRepository, name: repo, namespace: team, path: ./apps}
            libraries:
            - kind: JsonnetLibrary
              name: lib
              namespace: shared
              importPath: mine
            tlas:
            - {name: a, value: b}
            - {name: c, value: 1 + 1, code: true}
            externalVariables: {audience: world}
            format: manifests
            suspend: true
            history: 7
            interval: 1h30m
            """);

    assertThat(spec)
        .isEqualTo(
            new SnippetSpec(
                "tenant",
                "apps/main.jsonnet",
                new Origin.Referenced(
                    new SourceReference(
                        "source.toolkit.fluxcd.io/v1", "GitRepository", "repo", "team", "./apps")),
                List.of(new LibraryReference("JsonnetLibrary", "lib", "shared", "mine")),
                List.of(new NamedValue("a", "b", false), new NamedValue("c", "1 + 1", true)),
                List.of(new NamedValue("audience", "world", false)),
                Output.RENDERED,
                Format.MANIFESTS,
                true,
                7,
                Duration.ofMinutes(90)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          sourcRef: {}                      | 6 | spec.sourcRef is not a field; did you mean "sourceRef"?
          history: five                     | 6 | spec.history must be a whole number, found the text "five"
          history: 1.5                      | 6 | spec.history must be a whole number, found the number "1.5"
          history: 99999999999999999999     | 6 | spec.history must be a whole number, found the number "99999999999999999999"
          history: 0                        | 6 | history must be between 1 and 50
          history: 51                       | 6 | history must be between 1 and 50
          suspend: "true"                   | 6 | spec.suspend must be true or false, found the text "true"
          output: both                      | 6 | spec.output must be one of "rendered", "source", found the text "both"
          format: xml                       | 6 | spec.format must be one of "json", "yaml", "manifests", "multi", found the text "xml"
          entryFile: ""                     | 6 | spec.entryFile must not be empty
          entryFile: a b                    | 6 | entryFile must match ^[A-Za-z0-9._/-]+$
          entryFile: ../x                   | 6 | entryFile must not contain '..'
          interval: 29s                     | 6 | interval must be between 30s and 24h
          interval: 25h                     | 6 | interval must be between 30s and 24h
          interval: 0s                      | 6 | spec.interval must be between 30s and 24h if it is set
          interval: 5                       | 6 | spec.interval must be a text, found the number "5"; put it into quotes
          interval: soon                    | 6 | spec.interval must be a duration such as 10m or 1h30m, found the text "soon"
          tlas: [{value: a}]                | 6 | spec.tlas[0].name must be set
          tlas: [{name: a, code: true}]     | 6 | value must be non-empty when code is true
          tlas: [{name: a, valu: b}]        | 6 | spec.tlas[0].valu is not a field; did you mean "value"?
          tlas: [{name: a}, {name: a}]      | 6 | spec.tlas[1]: "a" is given twice
          tlas: {port: 80}                  | 6 | spec.tlas.port must be a text, found the number "80"; put it into quotes
          tlas: {on: no}                    | 6 | spec.tlas.true must be a text, found the boolean "no"; put it into quotes
          tlas: name                        | 6 | spec.tlas must be a list of values with names, or an object of texts, found the text "name"
          externalVariables: {env: x}       | 6 | spec.externalVariables["env"] conflicts with --ext-var
          libraries: [{kind: Lib, name: a}] | 6 | spec.libraries[0].kind must be "JsonnetLibrary", found the text "Lib"
          libraries: [{kind: JsonnetLibrary, name: a/b}] | 6 | spec.libraries[0].name must be the name of an object, without slashes, found "a/b"
          libraries: [{kind: JsonnetLibrary, name: grafonnet}] | 6 | spec.libraries[0] importPath "grafonnet" shadows OCI-mounted library; rename the import alias or remove the LibraryRef
          output: source\\nformat: yaml     | 7 | spec.format "yaml" needs a rendered value; remove it or set spec.output to rendered
          """)
  void whatIsWrongIsToldWithItsLine(String line, int number, String message) {
    var found = file(line.replace("\\n", "\n") + "\nfiles: {main.jsonnet: '{}'}");

    assertThat(found.problems()).extracting(ManifestProblem::message).containsExactly(message);
    assertThat(found.problems().getFirst().place().line()).isEqualTo(number);
    assertThat(found.problems().getFirst().subject()).isEqualTo("JsonnetSnippet default/hello");
    assertThat(((SnippetManifest) found.manifests().getFirst()).violations())
        .extracting(Violation::message)
        .containsExactly(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                              | exactly one of spec.files or spec.sourceRef must be set
          files: {}                                       | exactly one of spec.files or spec.sourceRef must be set
          files: {a: b}\\nsourceRef: {kind: Bucket, name: a} | exactly one of spec.files or spec.sourceRef must be set
          files: [a]                                      | spec.files must be an object, found a list
          files: {a: 1}                                   | spec.files.a must be a text, found the number "1"; put it into quotes
          sourceRef: x                                    | spec.sourceRef must be an object, found the text "x"
          sourceRef: {kind: Bucket}                       | spec.sourceRef.name must be set
          sourceRef: {kind: Bucket, name: ""}             | spec.sourceRef.name must not be empty
          sourceRef: {kind: Helm, name: a}                | spec.sourceRef.kind must be one of "GitRepository", "OCIRepository", "Bucket", "ExternalArtifact", found the text "Helm"
          sourceRef: {kind: Bucket, name: a, namespace: ..} | spec.sourceRef.namespace must be the name of an object, without slashes, found ".."
          """)
  void theOriginIsOneAndWhole(String spec, String message) {
    assertThat(file(spec.replace("\\n", "\n")).problems())
        .extracting(ManifestProblem::message)
        .containsExactly(message);
  }

  @Test
  void everythingWrongIsToldAtOnceInTheOrderOfTheFile() {
    assertThat(
            problems(
                """
                entryFile: ../x y
                fils: {}
                history: 99
                interval: 1s
                libraries:
                - {kind: JsonnetLibrary, name: a}
                - {kind: JsonnetLibrary, name: b, importPath: a}
                """))
        .containsExactly(
            "file.yaml:5: JsonnetSnippet default/hello: exactly one of spec.files or"
                + " spec.sourceRef must be set",
            "file.yaml:6: JsonnetSnippet default/hello: spec.entryFile: entryFile must match"
                + " ^[A-Za-z0-9._/-]+$",
            "file.yaml:6: JsonnetSnippet default/hello: spec.entryFile: entryFile must not contain"
                + " '..'",
            "file.yaml:7: JsonnetSnippet default/hello: spec.fils is not a field; did you mean"
                + " \"files\"?",
            "file.yaml:8: JsonnetSnippet default/hello: spec.history: history must be between 1 and"
                + " 50",
            "file.yaml:9: JsonnetSnippet default/hello: spec.interval: interval must be between 30s"
                + " and 24h",
            "file.yaml:12: JsonnetSnippet default/hello: spec.libraries[1].importPath:"
                + " spec.libraries import path \"a\" is used by more than one entry; each library"
                + " must resolve to a distinct import path");
  }

  @Test
  void oneFileHoldsManyManifestsAndStrangers() {
    var file =
        read(
            """
            # a comment, and an empty document
            ---
            ---
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: tenant}
            ---
            just: values
            ---
            apiVersion: jaas.metio.wtf/v1
            kind: JsonnetLibrary
            metadata: {name: lib, namespace: team, labels: {a: b}, annotations: {c: d}}
            spec: {files: {main.libsonnet: '{}'}}
            ---
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: GitRepository
            metadata: {name: repo, generation: 2}
            status:
              artifact: {url: 'http://x/y.tar.gz', revision: main@sha1:1, digest: 'sha256:2'}
            """);

    assertThat(file.problems()).isEmpty();
    assertThat(file.others()).isEqualTo(2);
    assertThat(file.complete()).isTrue();
    assertThat(file.manifests()).hasSize(2);
    var library = (LibraryManifest) file.manifests().getFirst();
    assertThat(library.metadata().name()).hasToString("team/lib");
    assertThat(library.metadata().labels()).containsEntry("a", "b");
    assertThat(library.metadata().annotations()).containsEntry("c", "d");
    assertThat(library.origin()).isInstanceOf(Origin.Inline.class);
    assertThat(library.place()).isEqualTo(new Place("file.yaml", 4, 10));
    var source = (SourceManifest) file.manifests().getLast();
    assertThat(source.url()).isEqualTo("http://x/y.tar.gz");
    assertThat(source.revision()).isEqualTo("main@sha1:1");
    assertThat(source.digest()).isEqualTo("sha256:2");
    assertThat(source.unready()).isEmpty();
    assertThat(source.metadata().generation()).isEqualTo(2);
  }

  @Test
  void listsAreUnfolded() {
    var file =
        read(
            """
            apiVersion: v1
            kind: List
            items:
            - {apiVersion: jaas.metio.wtf/v1, kind: JsonnetLibrary, metadata: {name: a}, spec: {files: {a: b}}}
            - {apiVersion: jaas.metio.wtf/v1, kind: JsonnetLibrary, metadata: {name: b}, spec: {file: {a: b}}}
            """);

    assertThat(file.manifests())
        .extracting(it -> it.metadata().name().name())
        .containsExactly("a", "b");
    assertThat(file.problems())
        .extracting(ManifestProblem::toString)
        .containsExactly(
            "file.yaml:5: JsonnetLibrary default/b: spec.file is not a field; did you mean"
                + " \"files\"?",
            "file.yaml:5: JsonnetLibrary default/b: exactly one of spec.files or"
                + " spec.sourceRef must be set");
  }

  @Test
  void jsonIsReadAsWell() {
    var file =
        read(
            """
            {
            \t"apiVersion": "jaas.metio.wtf/v1",
            \t"kind": "JsonnetSnippet",
            \t"metadata": {"name": "x", "labels": {"a\\/b": "\\ud83d\\ude00"}},
            \t"spec": {"files": {"main.jsonnet": "{\\n}\\n"}, "history": 3, "suspend": null}
            }
            """);

    assertThat(file.problems()).isEmpty();
    var snippet = (SnippetManifest) file.manifests().getFirst();
    assertThat(snippet.metadata().labels()).containsEntry("a/b", "\ud83d\ude00");
    assertThat(snippet.spec().history()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          just text | must be an object with apiVersion and kind, found the text "just text"
          {kind: JsonnetSnippet} | is no object of Kubernetes: apiVersion and kind must be set
          {apiVersion: jaas.metio.wtf/v1, kind: JsonnetSnipet} | kind "JsonnetSnipet" is not one of [JsonnetSnippet, JsonnetLibrary]; did you mean JsonnetSnippet?
          {apiVersion: jaas.metio.wtf/v2, kind: JsonnetSnippet} | apiVersion "jaas.metio.wtf/v2" is not known for kind JsonnetSnippet; did you mean jaas.metio.wtf/v1?
          {apiVersion: jaas.metio.wft/v1, kind: JsonnetSnippet} | apiVersion "jaas.metio.wft/v1" is not known for kind JsonnetSnippet; did you mean jaas.metio.wtf/v1?
          {apiVersion: jaas.metio.wtf/v1, kind: JsonnetSnippet, spec: {files: {a: b}}} | metadata must be an object with a name
          {apiVersion: jaas.metio.wtf/v1, kind: JsonnetSnippet, metadata: {namespace: a}, spec: {files: {a: b}}} | metadata.name must be set
          {apiVersion: jaas.metio.wtf/v1, kind: JsonnetSnippet, metadata: {name: A_b}, spec: {files: {a: b}}} | metadata.name must be at most 253 lower-case letters, digits, dashes and dots, with a letter or digit at both ends; found the text "A_b"
          {apiVersion: jaas.metio.wtf/v1, kind: JsonnetSnippet, metadata: {name: a, namespace: a.b}, spec: {files: {a: b}}} | metadata.namespace must be at most 63 lower-case letters, digits and dashes, with a letter or digit at both ends; found the text "a.b"
          """)
  void whoIsMeantMustBeClear(String text, String message) {
    var file = read(text);

    assertThat(file.problems()).extracting(ManifestProblem::message).containsExactly(message);
    assertThat(file.manifests()).isEmpty();
    assertThat(file.complete()).isFalse();
  }

  @Test
  void whatStandsBeforeBrokenTextIsKept() {
    var file =
        read(
            """
            apiVersion: jaas.metio.wtf/v1
            kind: JsonnetLibrary
            metadata: {name: a}
            spec: {files: {a: b}}
            ---
            apiVersion: "jaas.metio.wtf/v1
            """);

    assertThat(file.manifests()).hasSize(1);
    assertThat(file.complete()).isFalse();
    assertThat(file.problems()).hasSize(1);
    assertThat(file.problems().getFirst())
        .hasToString("file.yaml:7: the YAML cannot be read: found unexpected end of stream");
  }

  @Test
  void aFieldThatIsGivenTwiceIsAViolation() {
    var file =
        read(
            """
            apiVersion: jaas.metio.wtf/v1
            kind: JsonnetSnippet
            metadata: {name: a}
            spec:
              files: {main.jsonnet: a}
              history: 2
              history: 3
            """);

    assertThat(file.problems())
        .extracting(ManifestProblem::toString)
        .containsExactly("file.yaml:7: JsonnetSnippet default/a: spec.history is given twice");
    assertThat(((SnippetManifest) file.manifests().getFirst()).violations()).hasSize(1);
    assertThat(file.complete()).isTrue();
  }

  @Test
  void manyAndLongMistakesAreToldInFewAndShortWords() {
    var spec = new StringBuilder("files: {main.jsonnet: a}\n");
    for (int i = 0; i < 1000; i++) {
      spec.append("? ").append("x".repeat(2000)).append(i).append("\n: 1\n");
    }
    var found = file(spec.toString());

    assertThat(found.problems()).hasSize(51);
    assertThat(found.problems())
        .allSatisfy(problem -> assertThat(problem.toString()).hasSizeLessThan(500));
    assertThat(((SnippetManifest) found.manifests().getFirst()).violations()).hasSize(51);
    assertThat(found.problems())
        .extracting(ManifestProblem::message)
        .contains("there are 950 more problems");
  }
}
