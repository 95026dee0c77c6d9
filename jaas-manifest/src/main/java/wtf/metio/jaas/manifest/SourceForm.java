// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import wtf.metio.jaas.manifest.Manifest.SourceManifest;
import wtf.metio.jaas.manifest.tree.Node;

/** Reads a source of Flux, as far as it concerns those who want its files. */
final class SourceForm {

  private final RawObject object;

  SourceForm(RawObject object) {
    this.object = object;
  }

  FileReading.Reading read() {
    var form = new MetadataForm(object.root());
    var manifest = form.read().map(this::source);
    var subject = object.kind() + manifest.map(known -> " " + known.metadata().name()).orElse("");
    List<ManifestProblem> problems =
        form.findings().stream()
            .map(
                finding ->
                    new ManifestProblem(
                        object.place().at(finding.line()),
                        subject,
                        finding.field(),
                        finding.sentence()))
            .collect(Collectors.toList());
    return new FileReading.Reading(manifest, problems);
  }

  private Manifest source(Metadata metadata) {
    var artifact = object.root().fields("status").flatMap(status -> status.fields("artifact"));
    return new SourceManifest(
        metadata,
        object.place(),
        object.apiVersion(),
        object.kind(),
        artifact.flatMap(known -> known.text("url")).orElse(""),
        artifact.flatMap(known -> known.text("revision")).orElse(""),
        artifact.flatMap(known -> known.text("digest")).orElse(""),
        unready(metadata));
  }

  /** Where nobody wrote down conditions, the artifact speaks for itself. */
  private String unready(Metadata metadata) {
    var status = object.root().fields("status").orElseGet(Node.Fields::empty);
    var conditions = status.get("conditions");
    if (conditions.isEmpty()) {
      return "";
    }
    if (!(conditions.get() instanceof Node.Items(_, var elements))) {
      return "status.conditions malformed";
    }
    if (elements.isEmpty()) {
      return "status.conditions empty";
    }
    return elements.stream()
        .filter(Node.Fields.class::isInstance)
        .map(Node.Fields.class::cast)
        .filter(condition -> condition.text("type").filter("Ready"::equals).isPresent())
        .findFirst()
        .map(ready -> unready(ready).orElseGet(() -> unobserved(status, metadata)))
        .orElse("no Ready condition");
  }

  private static Optional<String> unready(Node.Fields ready) {
    var state = ready.text("status").orElse("");
    if (state.equals("True")) {
      return Optional.empty();
    }
    var reason = ready.text("reason").filter(text -> !text.isEmpty());
    return Optional.of("Ready=" + state + reason.map(text -> '/' + text).orElse(""));
  }

  private static String unobserved(Node.Fields status, Metadata metadata) {
    long observed = status.get("observedGeneration").flatMap(Node::asWhole).orElse(Long.MAX_VALUE);
    return observed < metadata.generation()
        ? "generation " + metadata.generation() + " is not observed yet"
        : "";
  }
}
