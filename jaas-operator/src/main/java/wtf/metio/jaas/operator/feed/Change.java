// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.feed;

import wtf.metio.jaas.operator.kube.KubeObject;

/** What a watch tells. */
sealed interface Change {

  /** An object came or changed. */
  record Put(KubeObject object) implements Change {}

  /** An object is gone, or is not selected any more. */
  record Gone(KubeObject object) implements Change {}

  /** Nothing happened up to this version. */
  record Bookmark(String version) implements Change {}

  /** The server tells no more. */
  record Refusal(int code, String message) implements Change {}
}
