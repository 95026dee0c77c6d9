// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteSearchTest {

  private static final byte QUOTE = '"';
  private static final byte BACKSLASH = '\\';
  private static final byte PLAIN = 'a';

  /** The neighbours of the wanted bytes are what tricks with eight bytes at a time mix up. */
  private static final byte[] ALPHABET = {'"', '"' - 1, '"' + 1, '"' - 128, '\\', '\\' + 1, 0, -1};

  @Test
  void theFirstOfEitherIsFoundWhereverItIs() {
    var random = new Random(7);
    for (int turn = 0; turn < 20_000; turn++) {
      byte[] bytes = new byte[random.nextInt(40)];
      int rare = 1 + random.nextInt(8);
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = random.nextInt(rare) == 0 ? ALPHABET[random.nextInt(ALPHABET.length)] : PLAIN;
      }
      int from = random.nextInt(bytes.length + 1);

      assertThat(ByteSearch.either(bytes, from, QUOTE, BACKSLASH)).isEqualTo(first(bytes, from));
    }
  }

  private static int first(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != QUOTE && bytes[at] != BACKSLASH) {
      at++;
    }
    return at;
  }
}
