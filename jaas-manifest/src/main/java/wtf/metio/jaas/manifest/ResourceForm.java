// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest;

import java.util.ArrayList;
import java.util.List;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.snippet.SnippetRules;
import wtf.metio.jaas.domain.snippet.Violation;
import wtf.metio.jaas.manifest.Manifest.LibraryManifest;
import wtf.metio.jaas.manifest.Manifest.SnippetManifest;
import wtf.metio.jaas.manifest.schema.Finding;
import wtf.metio.jaas.manifest.schema.Kind;
import wtf.metio.jaas.manifest.schema.SchemaCheck;
import wtf.metio.jaas.manifest.tree.Flaw;
import wtf.metio.jaas.manifest.tree.Node;

/** Reads one of our resources. Used once. */
final class ResourceForm {

  private static final List<String> PARTS =
      List.of("apiVersion", "kind", "metadata", "spec", "status");

  private static final Node.Fields NOTHING = Node.Fields.empty();

  /** Nobody reads more, and somebody may have written a million. */
  private static final int MOST_TOLD = 50;

  private final RawObject object;
  private final Kind kind;
  private final SnippetRules rules;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Violation> violations = new ArrayList<>();
  private final List<ManifestProblem> problems = new ArrayList<>();
  private String subject;

  ResourceForm(RawObject object, Kind kind, SnippetRules rules) {
    this.object = object;
    this.kind = kind;
    this.rules = rules;
    this.subject = kind.text();
  }

  /** Takes in something that is wrong with the text itself. */
  void flaw(Flaw flaw) {
    if (flaw.field().startsWith(object.path())) {
      var field = flaw.field().substring(object.path().length());
      findings.add(new Finding(flaw.line(), field, flaw.message()));
    }
  }

  FileReading.Reading read() {
    var form = new MetadataForm(object.root());
    var metadata = form.read();
    metadata.ifPresent(known -> subject = kind.text() + ' ' + known.name());
    findings.addAll(SchemaCheck.check(object.root(), List.of(), PARTS, ""));
    findings.addAll(form.findings());
    object
        .root()
        .get("spec")
        .ifPresent(spec -> findings.addAll(SchemaCheck.check(spec, kind.spec(), "spec")));
    var manifest = metadata.map(this::manifest);
    if (manifest.isEmpty()) {
      tellAll();
    }
    return new FileReading.Reading(manifest, problems);
  }

  private Manifest manifest(Metadata metadata) {
    var spec = object.root().fields("spec").orElse(NOTHING);
    return switch (kind) {
      case SNIPPET -> {
        var form = new SnippetForm(spec);
        var read = form.read();
        findings.addAll(form.findings());
        conclude(rules.violations(read));
        yield new SnippetManifest(metadata, object.place(), read, violations);
      }
      case LIBRARY -> {
        var form = new OriginForm(spec);
        var origin = form.read();
        findings.addAll(form.findings());
        conclude(rules.violations(origin));
        yield new LibraryManifest(metadata, object.place(), origin, violations);
      }
    };
  }

  /** A rule has nothing to add to a field that could not even be read. */
  private void conclude(List<Violation> broken) {
    tellAll();
    for (var finding : findings) {
      violations.add(new Violation(Reason.INVALID_SPEC, finding.field(), finding.sentence()));
    }
    for (var violation : broken) {
      if (violations.size() <= 2 * MOST_TOLD && !isTold(violation.field())) {
        violations.add(violation);
        tell(new Finding(line(violation.field()), violation.field(), violation.message()), "");
      }
    }
  }

  private void tellAll() {
    int more = findings.size() - MOST_TOLD;
    if (more > 0) {
      findings.subList(MOST_TOLD, findings.size()).clear();
      findings.add(new Finding(object.place().line(), "", "there are " + more + " more problems"));
    }
    findings.forEach(this::tell);
  }

  private boolean isTold(String field) {
    return findings.stream()
        .map(Finding::field)
        .anyMatch(
            told ->
                told.equals(field)
                    || field.equals("spec")
                        && (told.startsWith("spec.sourceRef") || told.startsWith("spec.files")));
  }

  private int line(String field) {
    return Lines.of(object.root(), field).orElse(object.place().line());
  }

  private void tell(Finding finding) {
    tell(finding, finding.field());
  }

  private void tell(Finding finding, String named) {
    var message = named.isEmpty() ? finding.message() : finding.sentence();
    problems.add(
        new ManifestProblem(object.place().at(finding.line()), subject, finding.field(), message));
  }
}
