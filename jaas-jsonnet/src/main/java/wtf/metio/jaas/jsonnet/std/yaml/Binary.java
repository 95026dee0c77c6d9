// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.yaml;

import java.util.Base64;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.text.Utf8;

/** Bytes written as base64. */
final class Binary {

  private Binary() {}

  /** The bytes as text; every byte that belongs to no character is one U+FFFD. */
  static String decode(String text) {
    var digits = text.replace("\n", "").replace("\r", "");
    try {
      if (digits.length() % 4 == 0) {
        return Utf8.decode(Base64.getDecoder().decode(digits));
      }
    } catch (IllegalArgumentException wrong) {
      throw failure();
    }
    throw failure();
  }

  private static JsonnetException failure() {
    return YamlFailure.of("!!binary value contains invalid base64 data");
  }
}
