// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.notation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A hash of a list of texts. The length stands before each, so that no two lists look alike. */
public final class TextHash {

  private final MessageDigest sha256 = Sha256.begin();

  /** Adds texts, in order. */
  public void add(String... texts) {
    for (var text : texts) {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      sha256.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      sha256.update(bytes);
    }
  }

  /** The hash of all of them, as it is written. It begins anew afterwards. */
  public String end() {
    return Sha256.end(sha256);
  }
}
