// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.artifact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import wtf.metio.jaas.domain.archive.ArchiveWriter;
import wtf.metio.jaas.domain.source.FileSet;

/**
 * A revision in the form in which it is stored and served.
 *
 * @param revision of the content
 * @param bytes a {@code .tar.gz}; not to be changed by anybody
 * @param digest of the bytes
 */
public record Archive(Revision revision, byte[] bytes, Digest digest) {

  /** Packs files. Equal files give equal bytes. */
  public static Archive of(Revision revision, FileSet files) {
    var bytes = new ByteArrayOutputStream();
    try {
      ArchiveWriter.write(files, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    var packed = bytes.toByteArray();
    return new Archive(revision, packed, Digest.of(packed));
  }

  @Override
  public String toString() {
    return revision + " (" + bytes.length + " bytes, " + digest + ')';
  }
}
