// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.caching;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;
import wtf.metio.jaas.domain.evaluation.Variable;
import wtf.metio.jaas.domain.notation.Sha256;

/**
 * Stands for variables and arguments, however large: nobody finds others with the same fingerprint,
 * nor ones that only fall into the same bucket of a table, since every process has a secret of its
 * own.
 */
record Fingerprint(long a, long b, long c, long d) {

  private static final byte[] SECRET = new byte[16];

  static {
    new SecureRandom().nextBytes(SECRET);
  }

  static Fingerprint of(Map<String, Variable> variables, Map<String, Variable> arguments) {
    var digest = Sha256.begin();
    digest.update(SECRET);
    add(digest, variables);
    add(digest, arguments);
    var sum = ByteBuffer.wrap(digest.digest());
    return new Fingerprint(sum.getLong(), sum.getLong(), sum.getLong(), sum.getLong());
  }

  private static void add(MessageDigest digest, Map<String, Variable> values) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(values.size()).flip());
    if (values.isEmpty()) {
      return;
    }
    new TreeMap<>(values)
        .forEach(
            (name, value) -> {
              add(digest, 'n', name);
              switch (value) {
                case Variable.Text(var text) -> add(digest, 't', text);
                case Variable.Code(var source) -> add(digest, 'c', source);
              }
            });
  }

  // As it stands in memory: an encoding would make one of texts that are not the same.
  private static void add(MessageDigest digest, char kind, String text) {
    var buffer = ByteBuffer.allocate(2 + Integer.BYTES + 2 * text.length());
    buffer.putChar(kind).putInt(text.length());
    buffer.asCharBuffer().put(text);
    digest.update(buffer.array());
  }

  @Override
  public int hashCode() {
    return (int) a;
  }
}
