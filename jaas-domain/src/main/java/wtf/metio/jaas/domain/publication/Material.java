// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import wtf.metio.jaas.domain.condition.Reason;

/** The files of a snippet and of its libraries, all at hand. */
final class Material implements AutoCloseable {

  /** What a snippet may be made of, its libraries included. */
  private static final long MOST_BYTES = 128L << 20;

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
      case SourceFetcher.Delivery.Delivered(var own) -> new Material(own, libraries).bounded();
      case SourceFetcher.Delivery.Undelivered(var problem) -> undelivered(problem, libraries);
    };
  }

  private static Step<Material> undelivered(
      SourceFetcher.SourceProblem problem, SequencedMap<String, SourceTree> brought) {
    brought.values().forEach(SourceTree::close);
    return Step.failed(problem.reason(), problem.message(), problem.retry());
  }

  private Step<Material> bounded() {
    if (bytes() <= MOST_BYTES) {
      return new Step.On<>(this);
    }
    close();
    return Step.failed(
        Reason.SOURCE_FETCH_FAILED,
        "the files of the snippet and of its libraries are larger than "
            + MOST_BYTES
            + " bytes together",
        Retry.SLOWLY);
  }

  private long bytes() {
    return own.bytes() + libraries.values().stream().mapToLong(SourceTree::bytes).sum();
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
