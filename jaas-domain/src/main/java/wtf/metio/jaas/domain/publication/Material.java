// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The files of a snippet and of its libraries, all at hand. */
final class Material implements AutoCloseable {

  private final SourceTree own;
  private final SequencedMap<String, SourceTree> libraries;

  private Material(SourceTree own, SequencedMap<String, SourceTree> libraries) {
    this.own = own;
    this.libraries = libraries;
  }

  /** Brings everything; what was brought is given back if something cannot be. */
  static Step<Material> fetch(Input input, Task task) {
    var libraries = new LinkedHashMap<String, SourceTree>();
    for (var library : input.libraries().entrySet()) {
      switch (library.getValue().download().fetch(task.cancellation())) {
        case SourceFetcher.Delivery.Delivered(var tree) -> libraries.put(library.getKey(), tree);
        case SourceFetcher.Delivery.Undelivered(var problem) -> {
          return undelivered(problem, libraries);
        }
      }
    }
    return switch (input.own().download().fetch(task.cancellation())) {
      case SourceFetcher.Delivery.Delivered(var own) -> new Step.On<>(new Material(own, libraries));
      case SourceFetcher.Delivery.Undelivered(var problem) -> undelivered(problem, libraries);
    };
  }

  private static Step<Material> undelivered(
      SourceFetcher.SourceProblem problem, SequencedMap<String, SourceTree> brought) {
    brought.values().forEach(SourceTree::close);
    return Step.failed(problem.reason(), problem.message(), problem.retry());
  }

  SourceTree own() {
    return own;
  }

  SequencedMap<String, SourceTree> libraries() {
    return libraries;
  }

  @Override
  public void close() {
    own.close();
    libraries.values().forEach(SourceTree::close);
  }
}
