// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import java.util.Collections;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Where the files of a snippet and of its libraries are, none of them brought yet.
 *
 * @param own the files of the snippet
 * @param libraries by the name under which the program imports them
 */
record Input(Located own, SequencedMap<String, Located> libraries) {

  Input {
    libraries = Collections.unmodifiableSequencedMap(new TreeMap<>(libraries));
  }

  /**
   * Files that can be brought.
   *
   * @param revision of them
   */
  record Located(String revision, SourceFetcher.Download download) {

    /** The same files, with more words about what may be wrong with them. */
    Located prefixed(String prefix) {
      return new Located(
          revision,
          cancellation ->
              switch (download.fetch(cancellation)) {
                case SourceFetcher.Delivery.Delivered delivered -> delivered;
                case SourceFetcher.Delivery.Undelivered(var problem) ->
                    new SourceFetcher.Delivery.Undelivered(
                        new SourceFetcher.SourceProblem(
                            problem.reason(), prefix + problem.message(), problem.retry()));
              });
    }

    /** The same files, for those who may use them. */
    Located guardedBy(LibraryFinder.Permission permission) {
      return new Located(
          revision,
          cancellation ->
              permission
                  .obstacle()
                  .<SourceFetcher.Delivery>map(SourceFetcher.Delivery.Undelivered::new)
                  .orElseGet(() -> download.fetch(cancellation)));
    }
  }
}
