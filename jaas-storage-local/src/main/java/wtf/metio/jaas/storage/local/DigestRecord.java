// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.local;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.artifact.Revision;

/**
 * The line beside an archive that says what its bytes hash to, as {@code sha256sum} writes it.
 *
 * <p>It is not forced to disk: one that the loss of power tore is none, and is made anew from the
 * archive.
 */
final class DigestRecord {

  /** No record is longer; what is longer is none. */
  static final int LONGEST = 256;

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](\\S+)\n");

  private DigestRecord() {}

  static byte[] write(Revision revision, Digest digest) {
    return (digest.hex() + "  " + revision.fileName() + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  /** The digest that is written there; empty if this is no record of the revision. */
  static Optional<Digest> read(Revision revision, byte[] content) {
    var line = LINE.matcher(new String(content, StandardCharsets.US_ASCII));
    return line.matches() && line.group(2).equals(revision.fileName())
        ? Optional.of(new Digest("sha256:" + line.group(1)))
        : Optional.empty();
  }
}
