// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.feed;

import wtf.metio.jaas.operator.kube.KubeObject;

/**
 * Hears what a feed brings. Called on the thread of the feed, one call after the other; must not
 * block.
 */
public interface Audience {

  /** A list begins: all objects there are follow, up to {@link #listEnds}, unless it breaks. */
  void listBegins();

  /** An object of a list. */
  void listed(KubeObject object);

  /**
   * What was not in the list is not there.
   *
   * @param version of the list
   */
  void listEnds(String version);

  /** An object came or changed. */
  void changed(KubeObject object);

  /** An object is gone, or is not selected any more; this is how it was last. */
  void removed(KubeObject object);

  /** The API server does not know the kind, so there is no object of it. */
  void absent();
}
