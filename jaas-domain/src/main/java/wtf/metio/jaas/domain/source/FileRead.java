// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.source;

/** The answer of a {@link FileTree}. */
public sealed interface FileRead {

  /**
   * The file.
   *
   * @param bytes not to be changed by anybody any more
   */
  record Content(byte[] bytes) implements FileRead {}

  /** Nothing has this path. Another tree may be asked. */
  record Absent() implements FileRead {}

  /** A folder has this path. Another tree may be asked. */
  record Folder() implements FileRead {}

  /**
   * Something has this path, but it is not to be read: it is no regular file, too large, protected
   * or a link that leaves the tree.
   *
   * @param reason one sentence without a full stop that names neither the path nor the machine's
   *     folders
   */
  record Refused(String reason) implements FileRead {}
}
