// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Input.Located;
import wtf.metio.jaas.domain.snippet.LibraryReference;
import wtf.metio.jaas.domain.snippet.Origin;
import wtf.metio.jaas.domain.snippet.ResourceName;

/** Finds out where the files of a snippet and of its libraries are. */
final class Sources {

  private final Policy policy;
  private final Ports ports;

  Sources(Policy policy, Ports ports) {
    this.policy = policy;
    this.ports = ports;
  }

  /** Locates everything; brings nothing. */
  Step<Input> locate(Task task) {
    var snippet = task.snippet();
    return located(snippet.spec().origin(), snippet.name(), snippet.name().toString(), task)
        .then(own -> libraries(task).then(found -> new Step.On<>(new Input(own, found))));
  }

  private Step<SequencedMap<String, Located>> libraries(Task task) {
    var found = new LinkedHashMap<String, Located>();
    for (var reference : task.snippet().spec().libraries()) {
      switch (library(reference, task)) {
        case Step.On<Located>(var located) -> found.put(reference.alias(), located);
        case Step.End<Located>(var pass) -> {
          return new Step.End<>(pass);
        }
      }
    }
    return new Step.On<>(found);
  }

  private Step<Located> library(LibraryReference reference, Task task) {
    var name = reference.target(task.snippet().name());
    return switch (ports.libraries().find(name, task.tenant())) {
      case LibraryFinder.Lookup.Found(var origin, var permission) -> {
        var prefix = "JsonnetLibrary \"" + name.name() + "\" in \"" + name.namespace() + "\": ";
        var stays = staysAtHome(origin, name);
        yield switch (stays.then(_ -> located(origin, name, reference.alias(), task))) {
          case Step.On<Located>(var files) ->
              new Step.On<>(files.prefixed(prefix).guardedBy(permission));
          case Step.End<Located> end -> permitted(permission, prefixed(end, prefix));
        };
      }
      case LibraryFinder.Lookup.Absent() ->
          Step.failed(Reason.LIBRARY_NOT_FOUND, absent(reference, name, task), Retry.SLOWLY);
      case LibraryFinder.Lookup.Unavailable(var reason, var message, var retry) ->
          Step.failed(reason, message, retry);
    };
  }

  /** Says no more of another namespace than what its own author wrote. */
  private static String absent(LibraryReference reference, ResourceName name, Task task) {
    return reference.leaves(task.snippet().name())
        ? "cross-namespace JsonnetLibrary \""
            + name.name()
            + "\" is not reachable; check the library in \""
            + name.namespace()
            + '"'
        : "JsonnetLibrary \"" + name.name() + "\" in \"" + name.namespace() + "\" not found";
  }

  private Step<Origin> staysAtHome(Origin origin, ResourceName library) {
    return !policy.crossNamespace()
            && origin instanceof Origin.Referenced(var reference)
            && reference.leaves(library)
        ? Step.failed(
            Reason.CROSS_NAMESPACE_REF_REJECTED,
            Gates.points("spec.sourceRef", library, reference),
            Retry.SLOWLY)
        : new Step.On<>(origin);
  }

  /** What is wrong with a library concerns those alone who may use it. */
  private static Step<Located> permitted(
      LibraryFinder.Permission permission, Step<Located> failure) {
    return permission
        .obstacle()
        .<Step<Located>>map(
            obstacle -> Step.failed(obstacle.reason(), obstacle.message(), obstacle.retry()))
        .orElse(failure);
  }

  private static Step<Located> prefixed(Step<Located> step, String prefix) {
    return step instanceof Step.End<Located>(Pass.Failed(var reason, var message, var retry))
        ? Step.failed(reason, prefix + message, retry)
        : step;
  }

  private Step<Located> located(Origin origin, ResourceName owner, String label, Task task) {
    return switch (origin) {
      case Origin.Inline(var files) ->
          new Step.On<>(
              new Located(
                  Revision.ofFiles(files).text(),
                  _ -> new SourceFetcher.Delivery.Delivered(MemorySource.of(label, files))));
      case Origin.Referenced(var reference) ->
          switch (ports.sources().locate(reference, owner, task.tenant())) {
            case SourceFetcher.Location.Found(var revision, var download) ->
                new Step.On<>(new Located(revision, download));
            case SourceFetcher.Location.Unavailable(var problem) ->
                Step.failed(problem.reason(), problem.message(), problem.retry());
          };
      case Origin.Unclear() ->
          Step.failed(
              Reason.INVALID_SPEC,
              "neither spec.files nor spec.sourceRef is set; admission should have caught this",
              Retry.SLOWLY);
    };
  }
}
