// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source;

import wtf.metio.jaas.domain.archive.Subtree;

/**
 * A part of an archive.
 *
 * @param label names the archive in messages
 */
record Part(String label, Subtree subtree) {

  /** The revision of this part of an archive of that revision. */
  String revisionOf(String archive) {
    return subtree.path().isEmpty() ? archive : archive + ' ' + subtree.path();
  }
}
