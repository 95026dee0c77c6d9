// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package wtf.metio.jaas.jsonnet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Utf8Test {

  @ParameterizedTest
  @CsvSource({
    // An ordinary continuation byte, then bytes that begin nothing.
    "80, 1",
    "bf41, 1A",
    "c0af, 11",
    "c1bf, 11",
    "f5808080, 1111",
    "ff, 1",
    // Characters that end too early.
    "c3, 1",
    "41c3, A1",
    "c341, 1A",
    "e282, 11",
    "e28241, 11A",
    "f09f98, 111",
    "f09f9841, 111A",
    // Overlong, surrogates, beyond the last code point.
    "e09fbf, 111",
    "eda080, 111",
    "edbfbf, 111",
    "f08fbfbf, 1111",
    "f4908080, 1111",
    // Damage beside what is whole.
    "c3a980c3a9, é1é",
    "f09f9880f09f98, 😀111",
    "efbfbd80, 11",
  })
  void everyDamagedByteIsOneReplacement(String hex, String text) {
    assertThat(Utf8.decode(HexFormat.of().parseHex(hex))).isEqualTo(text.replace('1', '\uFFFD'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "\u0000\u007F\u0080\u07FF\u0800\uD7FF\uE000\uFFFD\uFFFF",
        "é😀漢字\uDBFF\uDFFF"
      })
  void wholeTextStaysAsItIs(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(Utf8.decode(bytes)).isEqualTo(text);
    assertThat(Utf8.encode(text)).isEqualTo(bytes);
    assertThat(Utf8.encodedLength(text)).isEqualTo(bytes.length);
    var out = new byte[bytes.length + 1];
    assertThat(Utf8.encode(text, out, 1)).isEqualTo(out.length);
    assertThat(out).endsWith(bytes).startsWith(0);
  }

  @Test
  void decodesTheMiddleOfAnArray() {
    var bytes = HexFormat.of().parseHex("80c3a941c3");
    assertThat(Utf8.decode(bytes, 1, 3)).isEqualTo("éA");
    assertThat(Utf8.decode(bytes, 1, 1)).isEqualTo("\uFFFD");
  }

  @Test
  void surrogatesWithoutPartnerAreReplaced() {
    assertThat(Utf8.wellFormed("a\uD83Db")).isEqualTo("a\uFFFDb");
    assertThat(Utf8.wellFormed("\uDE00\uD83D")).isEqualTo("\uFFFD\uFFFD");
    assertThat(Utf8.wellFormed("😀\uDE00")).isEqualTo("😀\uFFFD");
  }

  @Test
  void wellFormedTextIsTheSameInstance() {
    var text = new StringBuilder("é😀").append("漢").toString();
    assertThat(Utf8.wellFormed(text)).isSameAs(text);
  }
}
