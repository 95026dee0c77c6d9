// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.graph;

import java.util.List;
import java.util.Optional;
import wtf.metio.jaas.domain.snippet.LibraryReference;
import wtf.metio.jaas.domain.snippet.Origin;
import wtf.metio.jaas.domain.snippet.ResourceName;

/** Looks up what a walk along references needs. Called on the thread that walks. */
public interface Dependencies {

  /**
   * What a snippet refers to.
   *
   * @param origin of its files
   * @param libraries that it imports
   */
  record Edges(Origin origin, List<LibraryReference> libraries) {
    public Edges {
      libraries = List.copyOf(libraries);
    }
  }

  /** What a snippet refers to; empty if there is no such snippet. */
  Optional<Edges> ofSnippet(ResourceName snippet);

  /** Where the files of a library come from; empty if there is no such library. */
  Optional<Origin> ofLibrary(ResourceName library);
}
