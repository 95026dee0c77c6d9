// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.local;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.artifact.Revision;

/**
 * The line beside an archive that says what its bytes hash to, as {@code sha256sum} writes it, and
 * perhaps another one that says who stored it.
 *
 * <p>It is not forced to disk: one that the loss of power tore is none, and is made anew from the
 * archive.
 */
final class DigestRecord {

  /** No record is longer; what is longer is none. */
  static final int LONGEST = 256;

  /** The second line is a comment to {@code sha256sum}. */
  private static final Pattern LINES =
      Pattern.compile("([0-9a-f]{64}) [ *](\\S+)\n(?:# installation (\\S+)\n)?");

  private DigestRecord() {}

  /**
   * A record as bytes.
   *
   * @param installation who stored the archive; empty if nobody knows
   */
  static byte[] write(Revision revision, Digest digest, String installation) {
    var line = digest.hex() + "  " + revision.fileName() + "\n";
    var mark = installation.isEmpty() ? "" : "# installation " + installation + "\n";
    return (line + mark).getBytes(StandardCharsets.US_ASCII);
  }

  /** The digest that is written there; empty if this is no record of the revision. */
  static Optional<Digest> read(Revision revision, byte[] content) {
    return lines(revision, content).map(lines -> new Digest("sha256:" + lines.group(1)));
  }

  /** Who stored the archive; empty if it is not written there. */
  static Optional<String> installation(Revision revision, byte[] content) {
    return lines(revision, content).map(lines -> lines.group(3));
  }

  private static Optional<MatchResult> lines(Revision revision, byte[] content) {
    var lines = LINES.matcher(new String(content, StandardCharsets.US_ASCII));
    return lines.matches() && lines.group(2).equals(revision.fileName())
        ? Optional.of(lines)
        : Optional.empty();
  }
}
