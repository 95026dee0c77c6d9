// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.archive;

/** Why an archive is not read. */
public enum ArchiveProblem {
  /** It is larger than it may be. The same archive will be tomorrow, too. */
  TOO_LARGE,
  /** It is no archive or not a whole one. Another attempt may bring a whole one. */
  DAMAGED,
  /** Two files in it have one name. */
  AMBIGUOUS
}
