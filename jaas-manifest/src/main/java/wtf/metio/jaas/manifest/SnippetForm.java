// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wtf.metio.jaas.domain.notation.GoDuration;
import wtf.metio.jaas.domain.snippet.Format;
import wtf.metio.jaas.domain.snippet.LibraryReference;
import wtf.metio.jaas.domain.snippet.NamedValue;
import wtf.metio.jaas.domain.snippet.Output;
import wtf.metio.jaas.domain.snippet.SnippetSpec;
import wtf.metio.jaas.manifest.schema.Finding;
import wtf.metio.jaas.manifest.tree.Node;

/** Reads the description of a snippet; what does not fit the schema is left out. */
final class SnippetForm {

  private static final String INTERVAL = "spec.interval";

  private final Node.Fields spec;
  private final List<Finding> findings = new ArrayList<>();

  SnippetForm(Node.Fields spec) {
    this.spec = spec;
  }

  /** What is wrong beyond the schema, after {@link #read}. */
  List<Finding> findings() {
    return findings;
  }

  SnippetSpec read() {
    var origin = new OriginForm(spec);
    var read =
        new SnippetSpec(
            spec.text("serviceAccountName").orElse(""),
            spec.text("entryFile").orElse(SnippetSpec.DEFAULT_ENTRY),
            origin.read(),
            libraries(),
            values("tlas"),
            values("externalVariables"),
            spec.text("output").flatMap(Output::of).orElse(Output.RENDERED),
            spec.text("format").flatMap(Format::of).orElse(Format.JSON),
            spec.get("suspend").flatMap(Node::asFlag).orElse(false),
            history(),
            interval());
    findings.addAll(origin.findings());
    return read;
  }

  private List<LibraryReference> libraries() {
    var libraries = new ArrayList<LibraryReference>();
    var elements = spec.items("libraries");
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i) instanceof Node.Fields fields) {
        library(fields, "spec.libraries[" + i + ']').ifPresent(libraries::add);
      }
    }
    return libraries;
  }

  private Optional<LibraryReference> library(Node.Fields fields, String path) {
    boolean safe =
        ReferencedName.isSafe(fields, "name", path, findings)
            & ReferencedName.isSafe(fields, "namespace", path, findings);
    var name = fields.text("name").filter(text -> !text.isEmpty());
    return safe && name.isPresent()
        ? Optional.of(
            new LibraryReference(
                fields.text("kind").orElse(LibraryReference.KIND),
                name.get(),
                fields.text("namespace").filter(text -> !text.isEmpty()).orElse(null),
                fields.text("importPath").orElse(null)))
        : Optional.empty();
  }

  private List<NamedValue> values(String field) {
    var values = new ArrayList<NamedValue>();
    switch (spec.get(field).orElse(null)) {
      case Node.Items(_, var elements) -> {
        for (var element : elements) {
          if (element instanceof Node.Fields fields) {
            values.add(
                new NamedValue(
                    fields.text("name").orElse(""),
                    fields.text("value").orElse(""),
                    fields.get("code").flatMap(Node::asFlag).orElse(false)));
          }
        }
      }
      case Node.Fields(_, var entries) ->
          entries.forEach(
              (name, entry) ->
                  entry
                      .value()
                      .asText()
                      .ifPresent(text -> values.add(new NamedValue(name, text, false))));
      case Node.Scalar _ -> {}
      case null -> {}
    }
    return values;
  }

  /** A number beyond the range of the rules stays beyond it. */
  private int history() {
    return spec.get("history")
        .flatMap(Node::asWhole)
        .map(number -> Math.clamp(number, Integer.MIN_VALUE, Integer.MAX_VALUE))
        .orElse(1);
  }

  private Duration interval() {
    var written = spec.get("interval");
    var text = spec.text("interval");
    if (written.isEmpty() || text.isEmpty()) {
      return Duration.ZERO;
    }
    var parsed = GoDuration.parse(text.get());
    if (parsed.isEmpty()) {
      findings.add(
          new Finding(
              written.get().line(),
              INTERVAL,
              "must be a duration such as 10m or 1h30m, found " + written.get().description()));
    } else if (parsed.get().isZero()) {
      findings.add(
          new Finding(written.get().line(), INTERVAL, "must be between 30s and 24h if it is set"));
    }
    return parsed.orElse(Duration.ZERO);
  }
}
