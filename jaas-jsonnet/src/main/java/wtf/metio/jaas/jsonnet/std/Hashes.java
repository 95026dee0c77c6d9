// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.text.Utf8;

/** Checksums of strings, as lower-case hexadecimal digits. */
final class Hashes {

  private static final HexFormat HEX = HexFormat.of();

  /** Bytes that are taken in between two looks at the limits. */
  private static final int PIECE = 64 << 10;

  private Hashes() {}

  static void register(Registry registry) {
    registry.strict("md5", "s", (e, s) -> hash(e, s, "MD5"));
    registry.strict("sha1", "s", (e, s) -> hash(e, s, "SHA-1"));
    registry.strict("sha256", "s", (e, s) -> hash(e, s, "SHA-256"));
    registry.strict("sha512", "s", (e, s) -> hash(e, s, "SHA-512"));
    registry.strict("sha3", "s", (e, s) -> hash(e, s, "SHA3-512"));
  }

  private static Value hash(Evaluation evaluation, Value s, String algorithm) {
    var string = Expect.string(s);
    evaluation.reserve(string.chars());
    var bytes = Utf8.encode(string.value());
    var digest = digest(algorithm);
    for (int at = 0; at < bytes.length; at += PIECE) {
      int length = Math.min(PIECE, bytes.length - at);
      evaluation.steps(length);
      digest.update(bytes, at, length);
    }
    return StringValue.of(HEX.formatHex(digest.digest()));
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException failure) {
      throw new IllegalStateException("The platform lacks " + algorithm, failure);
    }
  }
}
