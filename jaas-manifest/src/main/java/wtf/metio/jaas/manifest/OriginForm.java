// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wtf.metio.jaas.domain.snippet.Origin;
import wtf.metio.jaas.domain.snippet.SourceReference;
import wtf.metio.jaas.domain.source.FileSet;
import wtf.metio.jaas.manifest.schema.Finding;
import wtf.metio.jaas.manifest.tree.Node;

/** Reads where files come from. */
final class OriginForm {

  private final Node.Fields spec;
  private final List<Finding> findings = new ArrayList<>();

  OriginForm(Node.Fields spec) {
    this.spec = spec;
  }

  /** What is wrong beyond the schema, after {@link #read}. */
  List<Finding> findings() {
    return findings;
  }

  Origin read() {
    var files = files();
    var reference = spec.get("sourceRef");
    if (files.isEmpty() == reference.isEmpty()) {
      return new Origin.Unclear();
    }
    return files
        .<Origin>map(Origin.Inline::new)
        .or(() -> spec.fields("sourceRef").flatMap(this::referenced))
        .orElseGet(Origin.Unclear::new);
  }

  private Optional<FileSet> files() {
    Map<String, String> texts = new LinkedHashMap<>();
    spec.fields("files")
        .ifPresent(
            files ->
                files
                    .entries()
                    .forEach(
                        (path, entry) ->
                            entry.value().asText().ifPresent(text -> texts.put(path, text))));
    return texts.isEmpty() ? Optional.empty() : Optional.of(FileSet.ofTexts(texts));
  }

  private Optional<Origin> referenced(Node.Fields reference) {
    boolean safe = isSafe(reference, "name") & isSafe(reference, "namespace");
    var name = reference.text("name").filter(text -> !text.isEmpty());
    if (!safe || name.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Origin.Referenced(
            new SourceReference(
                reference
                    .text("apiVersion")
                    .filter(text -> !text.isEmpty())
                    .orElse(SourceReference.DEFAULT_API_VERSION),
                reference.text("kind").orElse(""),
                name.get(),
                reference.text("namespace").filter(text -> !text.isEmpty()).orElse(null),
                reference.text("path").orElse(""))));
  }

  private boolean isSafe(Node.Fields reference, String field) {
    return ReferencedName.isSafe(reference, field, "spec.sourceRef", findings);
  }
}
