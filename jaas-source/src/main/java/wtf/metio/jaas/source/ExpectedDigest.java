// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import wtf.metio.jaas.domain.artifact.Digest;

/** What a source says of the digest of its archive. */
sealed interface ExpectedDigest {

  Pattern SHA256 = Pattern.compile("sha256:[0-9a-f]{64}");

  /** Nothing: whatever comes is taken. */
  record Any() implements ExpectedDigest {}

  /** Only these bytes are taken. */
  record Only(Digest digest) implements ExpectedDigest {}

  /** Something that is no digest, or of a kind that nobody here can check. */
  record Malformed() implements ExpectedDigest {}

  /** Reads what a source says. */
  static ExpectedDigest of(String written) {
    var text = written.strip().toLowerCase(Locale.ROOT);
    if (text.isEmpty()) {
      return new Any();
    }
    return SHA256.matcher(text).matches() ? new Only(new Digest(text)) : new Malformed();
  }

  /** Why the bytes that came are not taken; empty if they are. */
  default Optional<String> objection(Digest actual) {
    return this instanceof Only(var digest) && !digest.equals(actual)
        ? Optional.of("its digest is " + actual + ", not " + digest)
        : Optional.empty();
  }
}
