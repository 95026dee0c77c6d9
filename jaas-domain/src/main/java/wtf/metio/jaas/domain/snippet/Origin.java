// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.snippet;

import wtf.metio.jaas.domain.source.FileSet;

/** Where the files of a snippet or library come from. */
public sealed interface Origin {

  /** From the description itself. */
  record Inline(FileSet files) implements Origin {}

  /** From an object that somebody else publishes. */
  record Referenced(SourceReference reference) implements Origin {}

  /** The description names neither or both, which no rule allows. */
  record Unclear() implements Origin {}
}
