// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.writing;

import wtf.metio.jaas.operator.kube.KubeObject;

/** What became of a change to an object. */
public sealed interface Written {

  /**
   * The object is as it should be.
   *
   * @param changed whether it was not before
   */
  record Kept(KubeObject object, boolean changed) implements Written {}

  /** The object is another one than the one that was judged. */
  record Outdated() implements Written {}

  /** There is no such object any more. */
  record Gone() implements Written {}

  /** This process may not write any more. */
  record Fenced() implements Written {}

  /** It could not be written, or nobody knows whether it was. */
  record Failed(String message) implements Written {}
}
