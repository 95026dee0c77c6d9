// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import wtf.metio.jaas.domain.archive.ArchiveLimits;
import wtf.metio.jaas.domain.archive.ArchiveReader;
import wtf.metio.jaas.domain.archive.Subtree;
import wtf.metio.jaas.domain.archive.Unpacked;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.artifact.Revision;

/**
 * Computes which revisions the content of an archive may be.
 *
 * <p>An archive does not say whether it holds a single text or files, so both are computed. Nothing
 * of it is kept in memory.
 */
final class ContentCheck {

  private static final ArchiveLimits LIMITS =
      new ArchiveLimits(1L << 30, 2L << 30, 1L << 30, 1L << 30);

  private final MessageDigest text = sha256();
  private final MessageDigest files = sha256();
  private int count;

  private ContentCheck() {}

  /**
   * Whether an archive holds what a revision says.
   *
   * @param archive is read to its end, and left open
   */
  static boolean holds(InputStream archive, Revision revision) throws IOException {
    var check = new ContentCheck();
    var unpacked = new ArchiveReader(LIMITS).read(archive, Subtree.ALL, check::take);
    return unpacked instanceof Unpacked.Complete && check.matches(revision);
  }

  private void take(String name, InputStream content) throws IOException {
    count++;
    files.update(name.getBytes(StandardCharsets.UTF_8));
    files.update((byte) 0);
    content.transferTo(into(files, into(text, OutputStream.nullOutputStream())));
    files.update((byte) 0);
  }

  private boolean matches(Revision revision) {
    return (count == 1 && is(text, revision)) || is(files, revision);
  }

  private static boolean is(MessageDigest digest, Revision revision) {
    return new Revision(Digest.of(digest).text()).equals(revision);
  }

  private static OutputStream into(MessageDigest digest, OutputStream next) {
    return new DigestOutputStream(next, digest);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
