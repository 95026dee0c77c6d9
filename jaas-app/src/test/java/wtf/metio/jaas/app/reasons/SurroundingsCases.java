// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.reasons;

import static wtf.metio.jaas.app.reasons.ReasonCase.of;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import wtf.metio.jaas.app.cluster.SourceServer.Offer;
import wtf.metio.jaas.app.reasons.ReasonCase.Look;
import wtf.metio.jaas.domain.condition.Reason;

/** Snippets that lack something which others have to bring. */
final class SurroundingsCases {

  private static final String OF_REPOSITORY = "sourceRef: {kind: GitRepository, name: it}";
  private static final String OF_LIBRARY =
      "files: {main.jsonnet: 'import \"lib/x.libsonnet\"'}, libraries: [{kind: JsonnetLibrary,"
          + " name: lib}]";
  private static final String FILES = "files: {x.libsonnet: '{}'}";

  private SurroundingsCases() {}

  /** A repository with a program in it. */
  private static void repair(Scene scene) {
    scene.team().repository("it", scene.sources().offer(Map.of("main.jsonnet", "{}")));
  }

  private static ReasonCase unready(String name, String status, String message) {
    return of(
            Reason.SOURCE_NOT_READY,
            name,
            scene -> {
              scene.team().repository("it", status);
              scene.describe(OF_REPOSITORY);
            },
            message)
        .looked(Look.SOON)
        .endedBy(SurroundingsCases::repair);
  }

  private interface Offering {
    Offer of(Scene scene);
  }

  private static ReasonCase unfetched(String name, Offering offering, String message) {
    return of(
            Reason.SOURCE_FETCH_FAILED,
            name,
            scene -> {
              scene.team().repository("it", offering.of(scene));
              scene.describe(OF_REPOSITORY);
            },
            message)
        .endedBy(SurroundingsCases::repair);
  }

  private static Offer at(String url) {
    return new Offer(url, "sha256:" + "d".repeat(64));
  }

  static List<ReasonCase> sources() {
    return List.of(
        unready(
            "a source that failed",
            "{observedGeneration: 1, conditions: [{type: Ready, status: 'False', reason:"
                + " AuthenticationFailed, message: no, lastTransitionTime:"
                + " '2026-01-01T00:00:00Z'}]}",
            "GitRepository NS/it (Ready=False/AuthenticationFailed): source not ready"),
        unready(
            "a source that nobody looked at",
            "{observedGeneration: -1}",
            "GitRepository NS/it (status.conditions not yet populated): source not ready"),
        unready(
            "a source without an archive",
            "{observedGeneration: 1, conditions: [{type: Ready, status: 'True', reason: Succeeded,"
                + " message: '', lastTransitionTime: '2026-01-01T00:00:00Z'}]}",
            "GitRepository NS/it: source has no status.artifact yet"),
        of(
                Reason.SOURCE_FETCH_FAILED,
                "a source that is not there",
                scene -> scene.describe(OF_REPOSITORY),
                "GitRepository NS/it not found")
            .endedBy(SurroundingsCases::repair),
        unfetched(
            "an archive that is not there",
            scene -> scene.sources().missing(),
            "source archive http://127.0.0.1:*: the server answered 404"),
        unfetched(
            "another archive than was promised",
            scene -> scene.sources().offer(Map.of("main.jsonnet", "{}")).mistaken(),
            "source archive http://127.0.0.1:*: its digest is sha256:*, not sha256:"
                + "d".repeat(64)),
        unfetched(
            "an address that nobody may fetch from",
            _ -> at("http://169.254.169.254/latest"),
            "*the address of a cloud's metadata service*"),
        unfetched("an address without a server", _ -> at("http://127.0.0.1:1/x"), "*127.0.0.1*")
            .looked(Look.SOON),
        unfetched(
                "an archive that is none",
                scene -> scene.sources().offer("this is text".getBytes(StandardCharsets.UTF_8)),
                "source archive http://127.0.0.1:*: this is not a gzip archive")
            .looked(Look.SOON),
        of(
                Reason.INVALID_SPEC,
                "an archive without files",
                scene -> {
                  scene.team().repository("it", scene.sources().offer(Map.of()));
                  scene.describe(OF_REPOSITORY);
                },
                "source contains no files; check the upstream artifact")
            .endedBy(SurroundingsCases::repair),
        of(
                Reason.INVALID_SPEC,
                "an archive without the wanted folder",
                scene -> {
                  repair(scene);
                  scene.describe("sourceRef: {kind: GitRepository, name: it, path: there}");
                },
                "spec.sourceRef.path \"there\" matched no files in the artifact; widen the path"
                    + " filter or remove it")
            .endedBy(scene -> scene.describe(OF_REPOSITORY)));
  }

  static List<ReasonCase> libraries() {
    return List.of(
        of(
                Reason.LIBRARY_NOT_FOUND,
                "a library that is not there",
                scene -> scene.describe(OF_LIBRARY),
                "JsonnetLibrary \"lib\" in \"NS\" not found")
            .endedBy(scene -> scene.team().library("lib", FILES)),
        of(
                Reason.CROSS_NAMESPACE_REF_REJECTED,
                "a library of a source elsewhere",
                scene -> {
                  scene
                      .team()
                      .library(
                          "lib", "sourceRef: {kind: GitRepository, name: it, namespace: other}");
                  scene.describe(OF_LIBRARY);
                },
                "JsonnetLibrary \"lib\" in \"NS\": spec.sourceRef points at namespace \"other\" but"
                    + " --no-cross-namespace-refs is set")
            .endedBy(scene -> scene.team().library("lib", FILES)),
        of(
                Reason.SOURCE_NOT_READY,
                "a library of a source that nobody looked at",
                scene -> {
                  scene.team().repository("it");
                  scene.team().library("lib", "sourceRef: {kind: GitRepository, name: it}");
                  scene.describe(OF_LIBRARY);
                },
                "JsonnetLibrary \"lib\" in \"NS\": GitRepository NS/it (status.conditions not yet"
                    + " populated): source not ready")
            .looked(Look.SOON)
            .endedBy(
                scene ->
                    scene
                        .team()
                        .repository("it", scene.sources().offer(Map.of("x.libsonnet", "{}")))));
  }

  static List<ReasonCase> rights() {
    return List.of(
        of(
                Reason.SERVICE_ACCOUNT_MISSING,
                "an account that is not there",
                scene ->
                    scene
                        .team()
                        .anonymous(Scene.SNIPPET, Scene.GUEST + "files: {main.jsonnet: '{}'}"),
                "ServiceAccount \"guest\" not found in \"NS\"")
            .looked(Look.SOON)
            .endedSilentlyBy(Scene::grantGuest),
        denied(
            "may not publish",
            scene -> scene.describeAsGuest("files: {main.jsonnet: '{}'}"),
            "RBAC denied publishing the ExternalArtifact \u2014 grant the tenant ServiceAccount the"
                + " missing verb. ServiceAccount NS/guest needs verb*externalartifacts*"),
        denied(
            "may not read the source",
            scene -> {
              repair(scene);
              scene.describeAsGuest(OF_REPOSITORY);
            },
            "RBAC denied reading the source CR \u2014 grant the tenant ServiceAccount the missing"
                + " verb. ServiceAccount NS/guest needs verb \"get\" on"
                + " \"gitrepositories.source.toolkit.fluxcd.io\" in namespace \"NS\": *"),
        denied(
            "may not read the library",
            scene -> {
              scene.team().library("lib", FILES);
              scene.describeAsGuest(OF_LIBRARY);
            },
            "RBAC denied reading JsonnetLibrary NS/lib \u2014 grant the tenant ServiceAccount the"
                + " missing verb. ServiceAccount NS/guest needs verb \"get\" on"
                + " \"jsonnetlibraries.jaas.metio.wtf\" in namespace \"NS\": *"),
        of(
            Reason.RBAC_DENIED,
            "a kind that is not installed",
            scene ->
                scene.describe(
                    "sourceRef: {apiVersion: source.toolkit.fluxcd.io/v9, kind: GitRepository,"
                        + " name: it}"),
            "reading the source CR refers to a kind not registered with the apiserver \u2014"
                + " install the corresponding CRD. *"),
        of(
                Reason.STORAGE_OPERATION_FAILED,
                "a store that takes nothing",
                scene -> {
                  scene.blockStore();
                  scene.program("{}");
                },
                "*something that is no folder lies in the store where a folder should be*")
            .looked(Look.SOON)
            .endedSilentlyBy(Scene::unblockStore));
  }

  private static ReasonCase denied(String name, Consumer<Scene> cause, String message) {
    return of(Reason.RBAC_DENIED, name, cause, message).endedSilentlyBy(Scene::grantGuest);
  }
}
