// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.watch;

import wtf.metio.jaas.domain.snippet.ResourceName;

/** Hears of changes, after {@link Cluster} knows them. Must not block. */
public interface ClusterListener {

  /**
   * A snippet came, left, or changed in a way that asks for a pass: its description, its deletion,
   * a request to look again. Its status does not.
   */
  void snippetChanged(ResourceName snippet);

  /** A library came, left or changed its description. */
  void libraryChanged(ResourceName library);

  /** A source came, left, or offers something else. */
  void sourceChanged(String kind, ResourceName source);

  /**
   * What we publish for a snippet was changed or deleted by somebody else, or what somebody else
   * had in its place is gone. Our own writes are not told.
   */
  void publishedChanged(ResourceName snippet);

  /**
   * A snippet that is not looked after here (any more) is being deleted, and carries our finalizer.
   * Whoever published it has to let it go; see {@link Cluster#stranded}.
   */
  default void snippetStranded(ResourceName snippet) {}
}
