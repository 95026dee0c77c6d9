// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.notation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256, and how its results are written: {@code sha256:} and 64 lower-case digits. */
public final class Sha256 {

  /** What stands before the digits. */
  public static final String PREFIX = "sha256:";

  private static final Pattern WRITTEN = Pattern.compile("sha256:[0-9a-f]{64}");

  private Sha256() {}

  /** A hash of nothing yet. */
  public static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The hash of everything that was added, as it is written. It begins anew afterwards. */
  public static String end(MessageDigest sha256) {
    return PREFIX + HexFormat.of().formatHex(sha256.digest());
  }

  /** The digits of the hash of these bytes, without what stands before them. */
  public static String hex(byte[] content) {
    return HexFormat.of().formatHex(begin().digest(content));
  }

  /** Whether this is how a hash is written. */
  public static boolean isWritten(String text) {
    return WRITTEN.matcher(text).matches();
  }
}
