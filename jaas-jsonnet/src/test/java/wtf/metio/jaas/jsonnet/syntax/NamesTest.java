// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NamesTest {

  @Test
  void equalSpellingsAreOneString() {
    var names = new Names(bytes("name-name"));

    assertThat(names.text(0, 4)).isEqualTo("name").isSameAs(names.text(5, 9));
  }

  @Test
  void manyNamesStayApart() {
    String text =
        IntStream.range(10_000, 20_000).mapToObj(Integer::toString).collect(Collectors.joining());
    var names = new Names(bytes(text));

    for (int turn = 0; turn < 2; turn++) {
      for (int i = 0; i < 10_000; i++) {
        assertThat(names.text(i * 5, i * 5 + 5)).isEqualTo(Integer.toString(10_000 + i));
      }
    }
  }

  /** "Aa" and "BB" have one hash, and so have all words made of them. */
  @Test
  void namesMadeToCollideAreStillToldApart() {
    String text =
        IntStream.range(0, 4096)
            .mapToObj(i -> Integer.toBinaryString(4096 + i).replace("0", "Aa").replace("1", "BB"))
            .collect(Collectors.joining());
    var names = new Names(bytes(text));

    for (int i = 0; i < 4096; i++) {
      assertThat(names.text(i * 26, i * 26 + 26)).isEqualTo(text.substring(i * 26, i * 26 + 26));
    }
  }

  @Test
  void aPrefixIsAnotherName() {
    var names = new Names(bytes("abcabcd"));

    assertThat(names.text(0, 3)).isEqualTo("abc");
    assertThat(names.text(3, 7)).isEqualTo("abcd");
    assertThat(names.text(3, 3)).isEmpty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
