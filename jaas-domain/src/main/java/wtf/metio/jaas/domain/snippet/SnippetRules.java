// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.snippet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import wtf.metio.jaas.domain.condition.Reason;

/**
 * What every snippet has to keep, whether it is admitted, reconciled or read from a folder.
 *
 * <p>All that is wrong is found in one go; the first violation is the one that a status shows.
 */
public final class SnippetRules {

  private static final Pattern ENTRY = Pattern.compile("[A-Za-z0-9._/-]+");
  private static final Pattern ALIAS = Pattern.compile("[A-Za-z0-9._-]+");
  private static final int LONGEST_ENTRY = 255;
  private static final int LONGEST_NAME = 253;
  private static final int MOST_HISTORY = 50;
  private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(30);
  private static final Duration LONGEST_INTERVAL = Duration.ofHours(24);

  private final Set<String> reservedVariables;
  private final Set<String> reservedAliases;

  /**
   * The rules of an installation.
   *
   * @param reservedVariables names of external variables that the installation sets itself
   * @param reservedAliases names under which the installation offers libraries to everybody
   */
  public SnippetRules(Set<String> reservedVariables, Set<String> reservedAliases) {
    this.reservedVariables = Set.copyOf(reservedVariables);
    this.reservedAliases = Set.copyOf(reservedAliases);
  }

  /** Everything that is wrong with a description; empty if nothing is. */
  public List<Violation> violations(SnippetSpec spec) {
    var found = new ArrayList<Violation>();
    variables(spec, found);
    aliases(spec.libraries(), found);
    origin(spec.origin(), found);
    entry(spec.entryFile(), found);
    values("spec.tlas", spec.topLevelArguments(), found);
    values("spec.externalVariables", spec.externalVariables(), found);
    schedule(spec, found);
    output(spec, found);
    return List.copyOf(found);
  }

  /** Everything that is wrong with where the files of a library come from. */
  public List<Violation> violations(Origin library) {
    var found = new ArrayList<Violation>();
    origin(library, found);
    return List.copyOf(found);
  }

  private void variables(SnippetSpec spec, List<Violation> found) {
    for (var variable : spec.externalVariables()) {
      if (reservedVariables.contains(variable.name())) {
        found.add(
            new Violation(
                Reason.EXTERNAL_VARIABLE_CONFLICT,
                "spec.externalVariables",
                "spec.externalVariables[\"" + variable.name() + "\"] conflicts with --ext-var"));
      }
    }
  }

  private void aliases(List<LibraryReference> libraries, List<Violation> found) {
    var seen = new HashSet<String>();
    for (int i = 0; i < libraries.size(); i++) {
      alias(libraries.get(i), "spec.libraries[" + i + "]", seen, found);
    }
  }

  private void alias(
      LibraryReference library, String field, Set<String> seen, List<Violation> found) {
    var alias = library.alias();
    if (!library.kind().equals(LibraryReference.KIND)) {
      invalid(
          field + ".kind",
          "spec.libraries[" + library.name() + "] has unsupported kind \"" + library.kind() + '"',
          found);
    }
    if (!ALIAS.matcher(alias).matches() || alias.equals(".") || alias.equals("..")) {
      invalid(
          field + ".importPath",
          "spec.libraries import alias \""
              + alias
              + "\" must be a single path segment (allowed: one [A-Za-z0-9._-] segment, no slash or"
              + " traversal)",
          found);
    }
    if (reservedAliases.contains(alias)) {
      invalid(
          field + ".importPath",
          field
              + " importPath \""
              + alias
              + "\" shadows OCI-mounted library; rename the import alias or remove the LibraryRef",
          found);
    }
    if (!seen.add(alias)) {
      invalid(
          field + ".importPath",
          "spec.libraries import path \""
              + alias
              + "\" is used by more than one entry; each library must resolve to a distinct import"
              + " path",
          found);
    }
  }

  private static void origin(Origin origin, List<Violation> found) {
    if (origin instanceof Origin.Unclear) {
      invalid("spec", "exactly one of spec.files or spec.sourceRef must be set", found);
    }
  }

  private static void entry(String entry, List<Violation> found) {
    var field = "spec.entryFile";
    if (entry.isEmpty() || entry.length() > LONGEST_ENTRY) {
      invalid(field, "entryFile must have 1 to " + LONGEST_ENTRY + " characters", found);
    } else if (!ENTRY.matcher(entry).matches()) {
      invalid(field, "entryFile must match ^[A-Za-z0-9._/-]+$", found);
    }
    if (entry.contains("..")) {
      invalid(field, "entryFile must not contain '..'", found);
    }
  }

  private static void values(String field, List<NamedValue> values, List<Violation> found) {
    var seen = new HashSet<String>();
    for (int i = 0; i < values.size(); i++) {
      var value = values.get(i);
      var place = field + '[' + i + ']';
      if (value.name().isEmpty() || value.name().length() > LONGEST_NAME) {
        invalid(
            place + ".name", place + ".name must have 1 to " + LONGEST_NAME + " characters", found);
      }
      if (!seen.add(value.name())) {
        invalid(place + ".name", place + ": \"" + value.name() + "\" is given twice", found);
      }
      if (value.code() && value.value().isEmpty()) {
        invalid(place + ".value", "value must be non-empty when code is true", found);
      }
    }
  }

  private static void schedule(SnippetSpec spec, List<Violation> found) {
    if (spec.history() < 1 || spec.history() > MOST_HISTORY) {
      invalid("spec.history", "history must be between 1 and " + MOST_HISTORY, found);
    }
    var interval = spec.interval();
    if (!interval.isZero()
        && (interval.compareTo(SHORTEST_INTERVAL) < 0
            || interval.compareTo(LONGEST_INTERVAL) > 0)) {
      invalid("spec.interval", "interval must be between 30s and 24h", found);
    }
  }

  private static void output(SnippetSpec spec, List<Violation> found) {
    if (spec.output() == Output.SOURCE && spec.format() != Format.JSON) {
      invalid(
          "spec.format",
          "spec.format \""
              + spec.format().text()
              + "\" needs a rendered value; remove it or set spec.output to rendered",
          found);
    }
  }

  private static void invalid(String field, String message, List<Violation> found) {
    found.add(new Violation(Reason.INVALID_SPEC, field, message));
  }
}
