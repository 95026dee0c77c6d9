// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wtf.metio.jaas.testservers.cluster.Answer;
import wtf.metio.jaas.testservers.cluster.Cluster;
import wtf.metio.jaas.testservers.cluster.KubeObject;

/** What the definitions demand, asked of a real API server. */
@Timeout(1800)
class ConstraintsIT {

  private static final String ONE_ORIGIN =
      "exactly one of spec.files or spec.sourceRef must be set";

  /** For each constraint something that breaks it. */
  private record Broken(String field, String keyword, String part) {
    Constraint constraint() {
      return new Constraint(field.replaceAll("\\[[0-9]+]", "[]"), keyword);
    }
  }

  private static final List<Broken> ORIGIN =
      List.of(
          new Broken("spec", ONE_ORIGIN, "{}"),
          new Broken("spec", ONE_ORIGIN, "{files: {}}"),
          new Broken("spec", ONE_ORIGIN, "{files: {a: b}, sourceRef: {kind: Bucket, name: a}}"),
          new Broken("spec.sourceRef.kind", "enum", "{sourceRef: {kind: HelmChart, name: a}}"),
          new Broken("spec.sourceRef.kind", "required", "{sourceRef: {name: a}}"),
          new Broken("spec.sourceRef.name", "required", "{sourceRef: {kind: Bucket}}"),
          new Broken("spec.sourceRef.name", "minLength", "{sourceRef: {kind: Bucket, name: ''}}"));

  private static final List<Broken> SNIPPET =
      List.of(
          with("spec.entryFile", "minLength", "entryFile: ''"),
          with("spec.entryFile", "maxLength", "entryFile: " + "a".repeat(256)),
          with("spec.entryFile", "pattern", "entryFile: a b"),
          with("spec.entryFile", "entryFile must not contain '..'", "entryFile: a/../b"),
          with("spec.output", "enum", "output: both"),
          with("spec.format", "enum", "format: xml"),
          with("spec.history", "minimum", "history: 0"),
          with("spec.history", "maximum", "history: 51"),
          with("spec.interval", "interval must be between 30s and 24h", "interval: 0s"),
          with("spec.interval", "interval must be between 30s and 24h", "interval: 29s"),
          with("spec.interval", "interval must be between 30s and 24h", "interval: 24h1s"),
          with("spec.libraries[0].kind", "enum", "libraries: [{kind: Bucket, name: a}]"),
          with("spec.libraries[0].kind", "required", "libraries: [{name: a}]"),
          with("spec.libraries[0].name", "required", "libraries: [{kind: JsonnetLibrary}]"),
          with(
              "spec.libraries[0].name",
              "minLength",
              "libraries: [{kind: JsonnetLibrary, name: ''}]"));

  private static final String READY =
      "type: Ready, status: 'True', reason: A, message: m, lastTransitionTime:"
          + " 2026-01-01T00:00:00Z";

  private static final List<Broken> STATUS =
      List.of(
          condition("type", "required", READY.replace("type: Ready, ", "")),
          condition("type", "maxLength", READY.replace("Ready", "a".repeat(317))),
          condition("type", "pattern", READY.replace("Ready", "'a b'")),
          condition("status", "required", READY.replace("status: 'True', ", "")),
          condition("status", "enum", READY.replace("'True'", "'Yes'")),
          condition("reason", "required", READY.replace("reason: A, ", "")),
          condition("reason", "minLength", READY.replace("reason: A", "reason: ''")),
          condition(
              "reason", "maxLength", READY.replace("reason: A", "reason: " + "a".repeat(1025))),
          condition("reason", "pattern", READY.replace("reason: A", "reason: a-b")),
          condition("message", "required", READY.replace("message: m, ", "")),
          condition(
              "message", "maxLength", READY.replace("message: m", "message: " + "m".repeat(32769))),
          condition("observedGeneration", "minimum", READY + ", observedGeneration: -1"),
          condition("lastTransitionTime", "required", READY.replaceAll(", last.*", "")),
          condition("lastTransitionTime", "date-time", READY.replace("2026-", "")),
          new Broken(
              "status.conditions", "map", "{conditions: [{" + READY + "}, {" + READY + "}]}"),
          new Broken("status.lastSyncTime", "date-time", "{lastSyncTime: yesterday}"),
          history("revision", "required", "time: 2026-01-01T00:00:00Z"),
          history("time", "required", "revision: a"),
          history("time", "date-time", "revision: a, time: now"),
          history(
              "supersededAt",
              "date-time",
              "revision: a, time: 2026-01-01T00:00:00Z, supersededAt: now"));

  private static Cluster cluster;

  @BeforeAll
  static void define() {
    cluster = Definitions.inCluster();
  }

  private static Broken with(String field, String keyword, String part) {
    return new Broken(field, keyword, "{files: {a: b}, " + part + "}");
  }

  private static Broken condition(String field, String keyword, String fields) {
    return new Broken("status.conditions[0]." + field, keyword, "{conditions: [{" + fields + "}]}");
  }

  private static Broken history(String field, String keyword, String fields) {
    return new Broken("status.history[0]." + field, keyword, "{history: [{" + fields + "}]}");
  }

  private static List<Broken> brokenSpecs(Kind kind) {
    return switch (kind) {
      case SNIPPET -> Stream.concat(ORIGIN.stream(), SNIPPET.stream()).toList();
      case LIBRARY -> ORIGIN;
    };
  }

  private static Answer create(Kind kind, String spec) {
    return cluster
        .admin()
        .create(
            Definitions.resource(kind).in("default") + "?dryRun=All",
            Definitions.object(kind, "tried", "spec: " + spec));
  }

  @ParameterizedTest
  @EnumSource
  void aSpecThatBreaksAConstraintIsRefusedWithItsReason(Kind kind) {
    assertThat(brokenSpecs(kind))
        .allSatisfy(broken -> assertRefused(create(kind, broken.part()), broken));
  }

  @ParameterizedTest
  @EnumSource
  void aStatusThatBreaksAConstraintIsRefusedWithItsReason(Kind kind) {
    var name = "judged-" + kind.singular();
    var path = Definitions.resource(kind).in("default", name) + "/status?dryRun=All";
    cluster.apply(Definitions.object(kind, name, "spec: {files: {a: b}}"));
    assertThat(STATUS)
        .allSatisfy(
            broken -> {
              var patch = KubeObject.ofYaml("status: " + broken.part()).toString();
              assertRefused(cluster.admin().patch(path, patch), broken);
            });
  }

  private static void assertRefused(Answer answer, Broken broken) {
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.message()).contains(broken.field(), broken.constraint().said());
  }

  @ParameterizedTest
  @EnumSource
  void everyConstraintOfTheDefinitionIsBrokenHere(Kind kind) {
    KubeObject definition = Definitions.ofServer(cluster, kind);
    var demanded = Constraint.of(schema(definition, "spec"), "spec");
    demanded.addAll(Constraint.of(schema(definition, "status"), "status"));

    assertThat(
            Stream.concat(brokenSpecs(kind).stream(), STATUS.stream())
                .map(Broken::constraint)
                .distinct())
        .containsExactlyInAnyOrderElementsOf(demanded);
  }

  private static KubeObject schema(KubeObject definition, String part) {
    var pointer = "/spec/versions/0/schema/openAPIV3Schema/properties/" + part;
    return new KubeObject(definition.at(pointer).orElseThrow().getAsJsonObject());
  }

  @Test
  void whatIsJustWithinTheLimitsIsTaken() {
    assertThat(
            Stream.of(
                "entryFile: " + "a".repeat(255),
                "entryFile: a/b_c-d.e",
                "history: 50",
                "interval: 30s",
                "interval: 24h",
                "interval: 1h30m",
                "tlas: {a: b}",
                "tlas: [{name: a, value: b, code: true}]",
                "externalVariables: {a: b}",
                "externalVariables: [{name: a}]",
                "libraries: [{kind: JsonnetLibrary, name: a, namespace: b, importPath: c}]"))
        .allSatisfy(
            part ->
                assertThat(create(Kind.SNIPPET, "{files: {a: b}, " + part + "}").message())
                    .isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void anObjectWithoutASpecIsTaken(Kind kind) {
    var path = Definitions.resource(kind).in("default") + "?dryRun=All";
    var answer = cluster.admin().create(path, Definitions.object(kind, "empty", ""));
    assertThat(answer.message()).isEmpty();
  }
}
