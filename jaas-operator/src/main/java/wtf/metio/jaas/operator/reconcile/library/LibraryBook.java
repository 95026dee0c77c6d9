// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.library;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.SourceFetcher;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.reconcile.observation.LibraryFindings;

/**
 * Notes what passes over snippets found out about libraries. A library whose files lie elsewhere is
 * never fetched for its own sake: nobody but a user of it has the right to.
 */
public final class LibraryBook implements LibraryFindings {

  /** What is known of the files of a library. */
  sealed interface Finding {

    /** They are at this revision. */
    record Located(String revision) implements Finding {}

    /** They cannot be had. */
    record Missed(SourceFetcher.SourceProblem problem) implements Finding {}
  }

  private final Map<ResourceName, Finding> findings = new ConcurrentHashMap<>();
  private final Map<ResourceName, Set<ResourceName>> used = new ConcurrentHashMap<>();
  private volatile Consumer<ResourceName> reader = library -> {};

  /** Has somebody told of libraries of which something else is known than before. */
  public void tell(Consumer<ResourceName> newReader) {
    reader = newReader;
  }

  /** Forgets everything: others may have found out something else meanwhile. */
  public void clear() {
    findings.clear();
    used.clear();
  }

  @Override
  public void located(ResourceName library, String revision) {
    note(library, new Finding.Located(revision));
  }

  @Override
  public void missed(ResourceName library, SourceFetcher.SourceProblem problem) {
    // What a tenant may not do is a matter of the tenant.
    if (problem.reason() == Reason.SOURCE_NOT_READY
        || problem.reason() == Reason.SOURCE_FETCH_FAILED) {
      note(library, new Finding.Missed(problem));
    }
  }

  @Override
  public void uses(ResourceName snippet, Set<ResourceName> libraries) {
    var before =
        Optional.ofNullable(
                libraries.isEmpty() ? used.remove(snippet) : used.put(snippet, libraries))
            .orElseGet(Set::of);
    if (!before.equals(libraries)) {
      var touched = new HashSet<>(before);
      touched.addAll(libraries);
      touched.forEach(reader);
    }
  }

  Optional<Finding> of(ResourceName library) {
    return Optional.ofNullable(findings.get(library));
  }

  void forget(ResourceName library) {
    findings.remove(library);
  }

  private void note(ResourceName library, Finding finding) {
    if (!finding.equals(findings.put(library, finding))) {
      reader.accept(library);
    }
  }
}
