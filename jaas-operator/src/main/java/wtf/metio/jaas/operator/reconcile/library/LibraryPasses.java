// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.library;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.evaluation.SyntaxCheck;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.snippet.Origin;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.Violation;
import wtf.metio.jaas.domain.source.FileSet;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.ResourceType;
import wtf.metio.jaas.operator.reconcile.event.EventSink;
import wtf.metio.jaas.operator.reconcile.event.Happening;
import wtf.metio.jaas.operator.reconcile.writing.Conditions;
import wtf.metio.jaas.operator.reconcile.writing.LibraryStatusWriter;
import wtf.metio.jaas.operator.reconcile.writing.LibraryVerdict;
import wtf.metio.jaas.operator.reconcile.writing.LibraryVerdict.State;
import wtf.metio.jaas.operator.reconcile.writing.Written;
import wtf.metio.jaas.operator.resource.LibraryResource;
import wtf.metio.jaas.operator.resource.SnippetStatus;
import wtf.metio.jaas.operator.watch.Cluster;
import wtf.metio.jaas.work.NextLook;

/** Says of libraries what is known of them. Any number of threads may call. */
public final class LibraryPasses {

  /** Nobody is told here what others find in another namespace. */
  private static final String ELSEWHERE =
      "its source lies in another namespace; whether it can be used is told by the snippets that"
          + " import it";

  private final Cluster cluster;
  private final LibraryBook book;
  private final SyntaxCheck syntax;
  private final LibraryStatusWriter statuses;
  private final EventSink events;
  private final LibraryListener listener;
  private final Map<ResourceName, Reading> readings = new ConcurrentHashMap<>();

  /**
   * What came of reading the files of a library.
   *
   * @param flaw empty if there is none
   */
  private record Reading(String revision, String flaw) {}

  /** Passes over the libraries of a cluster. */
  public LibraryPasses(
      Cluster cluster,
      LibraryBook book,
      SyntaxCheck syntax,
      LibraryStatusWriter statuses,
      EventSink events,
      LibraryListener listener) {
    this.cluster = cluster;
    this.book = book;
    this.syntax = syntax;
    this.statuses = statuses;
    this.events = events;
    this.listener = listener;
  }

  /** Makes one pass; when the next one is worth while. */
  public NextLook run(ResourceName name, Fence fence) {
    var library = cluster.library(name);
    if (library.isEmpty() || library.get().object().isLeaving()) {
      book.forget(name);
      readings.remove(name);
      return new NextLook.Never();
    }
    var before = library.get().object();
    var verdict = verdict(library.get());
    return switch (statuses.write(before, verdict, fence)) {
      case Written.Kept(var object, var changed) -> {
        if (changed) {
          tell(before, object, verdict.state());
        }
        yield new NextLook.Never();
      }
      case Written.Gone(), Written.Fenced() -> new NextLook.Never();
      case Written.Outdated() -> new NextLook.WithBackoff();
      case Written.Failed(var message) -> {
        listener.failed(name, message);
        yield new NextLook.WithBackoff();
      }
    };
  }

  private LibraryVerdict verdict(LibraryResource library) {
    int users = cluster.usersOfLibrary(library.name()).size();
    if (!library.violations().isEmpty()) {
      var message =
          library.violations().stream().map(Violation::message).collect(Collectors.joining("; "));
      return unusable(library.violations().getFirst().reason(), message, true, users);
    }
    return switch (library.origin()) {
      case Origin.Inline(var files) -> inline(library.name(), files, users);
      case Origin.Referenced(var reference) when reference.leaves(library.name()) ->
          new LibraryVerdict(new State.Untried(ELSEWHERE), "", users);
      case Origin.Referenced _ ->
          book.of(library.name())
              .map(finding -> found(finding, users))
              .orElseGet(() -> unknown(library.object(), users));
      case Origin.Unclear() ->
          unusable(
              Reason.INVALID_SPEC,
              "exactly one of spec.files or spec.sourceRef must be set",
              true,
              users);
    };
  }

  private LibraryVerdict inline(ResourceName library, FileSet files, int users) {
    var revision = Revision.ofFiles(files).text();
    return flaw(library, files, revision)
        .map(
            message ->
                new LibraryVerdict(
                    new State.Unusable(Reason.EVALUATION_FAILED, message, true), revision, users))
        .orElseGet(
            () -> new LibraryVerdict(new State.Usable(files.count() + " files"), revision, users));
  }

  /** A library is looked at whenever somebody begins to use it; its files seldom change. */
  private Optional<String> flaw(ResourceName library, FileSet files, String revision) {
    var known = readings.get(library);
    if (known == null || !known.revision().equals(revision)) {
      known = new Reading(revision, syntax.flaw(files).orElse(""));
      readings.put(library, known);
    }
    return Optional.of(known.flaw()).filter(flaw -> !flaw.isEmpty());
  }

  private static LibraryVerdict found(LibraryBook.Finding finding, int users) {
    return switch (finding) {
      case LibraryBook.Finding.Located(var revision) ->
          new LibraryVerdict(
              new State.Usable("the source was found by a snippet that imports it"),
              revision,
              users);
      case LibraryBook.Finding.Missed(var problem) ->
          unusable(problem.reason(), problem.message(), problem.retry() == Retry.SLOWLY, users);
    };
  }

  /** A former leader knew more, and so will we. */
  private static LibraryVerdict unknown(KubeObject object, int users) {
    boolean known =
        SnippetStatus.of(object).observedGeneration() == object.generation()
            && Conditions.of(object).ready().isPresent()
            && !Conditions.of(object).isPending();
    return known ? new LibraryVerdict(new State.AsBefore(), "", users) : untried(users);
  }

  private static LibraryVerdict untried(int users) {
    var message =
        users == 0
            ? "no snippet imports it; its source is looked at when one does"
            : "no snippet that imports it has looked at its source yet";
    return new LibraryVerdict(new State.Untried(message), "", users);
  }

  private static LibraryVerdict unusable(
      Reason reason, String message, boolean lasting, int users) {
    return new LibraryVerdict(new State.Unusable(reason, message, lasting), "", users);
  }

  private void tell(KubeObject before, KubeObject now, State state) {
    if (Conditions.of(now).saysTheSameAs(Conditions.of(before))) {
      return;
    }
    switch (state) {
      case State.Usable(var message) -> {
        listener.ended(now.name(), true, Reason.SYNCED, message);
        events.tell(Happening.usual(ResourceType.LIBRARY, now, Reason.SYNCED.text(), message));
      }
      case State.AsBefore() -> {}
      case State.Untried(var message) -> listener.ended(now.name(), false, Reason.PENDING, message);
      case State.Unusable(var reason, var message, _) -> {
        listener.ended(now.name(), false, reason, message);
        events.tell(Happening.warning(ResourceType.LIBRARY, now, reason.text(), message));
      }
    }
  }
}
