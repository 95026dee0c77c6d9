// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.reasons;

import static wtf.metio.jaas.app.reasons.ReasonCase.of;

import java.util.List;
import wtf.metio.jaas.app.reasons.ReasonCase.Look;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.testservers.cluster.Resource;

/** Snippets that are at rest, and those whose own description is the cause. */
final class DescriptionCases {

  /** What the service is started with. */
  static final long MOST_ARTIFACT_BYTES = 20_000;

  private static final String LIBRARIES = "files: {main.jsonnet: '{}'}, libraries: ";

  private DescriptionCases() {}

  static List<ReasonCase> all() {
    return List.of(
        of(
                Reason.SYNCED,
                "a program",
                scene -> scene.program("{ a: 1 }"),
                "Rendered 14 bytes from 1 files")
            .looked(Look.NEVER),
        of(
                Reason.SUSPENDED,
                "its author wants a pause",
                scene -> scene.describe("suspend: true, files: {main.jsonnet: '{}'}"),
                "spec.suspend is true; pause until the operator unsets it")
            .looked(Look.NEVER),
        of(
            Reason.SERVICE_ACCOUNT_MISSING,
            "nobody to act for",
            scene -> scene.team().anonymous(Scene.SNIPPET, "files: {main.jsonnet: '{}'}"),
            "neither spec.serviceAccountName nor --default-service-account is set"),
        of(
            Reason.EXTERNAL_VARIABLE_CONFLICT,
            "a variable of the installation",
            scene ->
                scene.describe("files: {main.jsonnet: '{}'}, externalVariables: {site: theirs}"),
            "spec.externalVariables[\"site\"] conflicts with --ext-var"),
        of(
            Reason.CROSS_NAMESPACE_REF_REJECTED,
            "a source elsewhere",
            scene -> scene.describe("sourceRef: {kind: GitRepository, name: it, namespace: other}"),
            "spec.sourceRef points at namespace \"other\" but --no-cross-namespace-refs is set"),
        of(
            Reason.CROSS_NAMESPACE_REF_REJECTED,
            "a library elsewhere",
            scene ->
                scene.describe(LIBRARIES + "[{kind: JsonnetLibrary, name: lib, namespace: other}]"),
            "spec.libraries[lib] points at namespace \"other\" but --no-cross-namespace-refs is"
                + " set"),
        of(
            Reason.DEPENDENCY_CYCLE,
            "a snippet of itself",
            scene -> scene.describe("sourceRef: {kind: ExternalArtifact, name: dash}"),
            "spec.sourceRef chain forms a cycle: NS/dash \u2192 NS/dash"),
        of(
            Reason.DEPENDENCY_CYCLE,
            "two snippets of each other",
            scene -> {
              scene.team().snippet("other", "sourceRef: {kind: ExternalArtifact, name: dash}");
              scene.describe("sourceRef: {kind: ExternalArtifact, name: other}");
            },
            "spec.sourceRef chain forms a cycle: NS/dash \u2192 NS/other \u2192 NS/dash"),
        of(
            Reason.EVALUATION_FAILED,
            "a program that says so",
            scene -> scene.program("error 'no ' + 'luck'"),
            "*RUNTIME ERROR: no luck*"),
        of(
            Reason.EVALUATION_FAILED,
            "a program with a mistake",
            scene -> scene.program("{ a: "),
            "*main.jsonnet:1:*"),
        of(
            Reason.EVALUATION_TIMEOUT,
            "a program without an end",
            scene -> scene.program("local f(n) = f(n + 1) tailstrict; f(0)"),
            "evaluation exceeded 1s"),
        of(
            Reason.ARTIFACT_TOO_LARGE,
            "a large value",
            scene -> scene.program("std.repeat('x', 30000)"),
            "publisher: artifact exceeds MaxArtifactBytes: the rendered value is larger than 20000"
                + " bytes"),
        of(
            Reason.ARTIFACT_TOO_LARGE,
            "large files",
            scene ->
                scene.describe("output: source, files: {main.jsonnet: " + "x".repeat(30_000) + "}"),
            "publisher: artifact exceeds MaxArtifactBytes: 30000 > 20000"));
  }

  /** Descriptions that the schema lets pass and that cannot be meant. */
  static List<ReasonCase> invalid() {
    return List.of(
        invalid(
            "a name of a library with a slash",
            LIBRARIES + "[{kind: JsonnetLibrary, name: lib, importPath: a/b}]",
            "spec.libraries import alias \"a/b\" must be a single path segment (allowed: one"
                + " [A-Za-z0-9._-] segment, no slash or traversal)"),
        invalid(
            "a name of a library of the installation",
            LIBRARIES + "[{kind: JsonnetLibrary, name: lib, importPath: mounted}]",
            "spec.libraries[0] importPath \"mounted\" shadows OCI-mounted library; rename the"
                + " import alias or remove the LibraryRef"),
        invalid(
            "two libraries of a name",
            LIBRARIES
                + "[{kind: JsonnetLibrary, name: lib}, {kind: JsonnetLibrary, name: other,"
                + " importPath: lib}]",
            "spec.libraries import path \"lib\" is used by more than one entry; each library must"
                + " resolve to a distinct import path"),
        invalid(
            "no file of the wanted name",
            "files: {other.jsonnet: '{}'}",
            "source must contain \"main.jsonnet\" as the snippet entry point"),
        invalid(
            "a file that consumers would drop",
            "output: source, files: {main.jsonnet: '{}', .hidden: x}",
            "publisher: source entry name would be dropped by consumers: \".hidden\" (allowed:"
                + " [A-Za-z0-9._/-] segments, no dot-prefixed segments, no traversal)"),
        invalid(
            "a form of what is not rendered",
            "output: source, format: yaml, files: {main.jsonnet: '{}'}",
            "spec.format \"yaml\" needs a rendered value; remove it or set spec.output to"
                + " rendered"),
        invalid(
            "manifests without an object",
            "format: manifests, files: {main.jsonnet: '{}'}",
            "format manifests: there is no Kubernetes object in the value; publishing none would"
                + " remove everything that was applied before"),
        of(
                Reason.INVALID_SPEC,
                "an ExternalArtifact of somebody else in the way",
                scene -> {
                  scene.team().externalArtifact(Scene.SNIPPET);
                  scene.program("{}");
                },
                "ExternalArtifact \"dash\" in \"NS\" exists and was not made by this snippet; it is"
                    + " left alone: rename the snippet,*")
            .endedBy(scene -> scene.team().delete(Resource.EXTERNAL_ARTIFACTS, Scene.SNIPPET)));
  }

  private static ReasonCase invalid(String name, String spec, String message) {
    return of(Reason.INVALID_SPEC, name, scene -> scene.describe(spec), message);
  }
}
