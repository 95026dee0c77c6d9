// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.artifact;

import java.security.MessageDigest;
import wtf.metio.jaas.domain.notation.Sha256;

/**
 * The hash of an archive's bytes as they are stored and served.
 *
 * @param text {@code sha256:} and 64 lower-case hexadecimal digits
 */
public record Digest(String text) {

  public Digest {
    if (!Sha256.isWritten(text)) {
      throw new IllegalArgumentException("not a digest: " + text);
    }
  }

  /** The digest of bytes. */
  public static Digest of(byte[] bytes) {
    var digest = Sha256.begin();
    digest.update(bytes);
    return new Digest(Sha256.end(digest));
  }

  /** The digest of everything that a SHA-256 was given; it begins anew afterwards. */
  public static Digest of(MessageDigest sha256) {
    return new Digest(Sha256.end(sha256));
  }

  /** The 64 digits alone. */
  public String hex() {
    return text.substring(Sha256.PREFIX.length());
  }

  @Override
  public String toString() {
    return text;
  }
}
