// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GoTextTest {

  private static String decoded(int... bytes) {
    var array = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      array[i] = (byte) bytes[i];
    }
    return GoText.decode(array);
  }

  @Test
  void properTextIsDecodedAsItIs() {
    var text = "aä€😀\ufffd";

    assertThat(GoText.decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
  }

  @Test
  void quotedTextShowsWhatCannotBePrinted() {
    assertThat(GoText.quote("a\"b\\c\n\t\u0007\u0001\u007f\u00a0ä\u200b😀"))
        .isEqualTo("\"a\\\"b\\\\c\\n\\t\\a\\x01\\x7f\\u00a0ä\\u200b😀\"");
  }

  @Test
  void aTextOnOneLineKeepsItsQuotes() {
    assertThat(GoText.oneLine("got \"a\\x00\"\nä\u001b")).isEqualTo("got \"a\\x00\"\\nä\\x1b");
  }

  @Test
  void quotedTextShowsBytesThatAreNoCharacter() {
    assertThat(GoText.quote(decoded('a', 0xff, 0xe2, 0x82, 'b', 0xed, 0xa0, 0x80)))
        .isEqualTo("\"a\\xff\\xe2\\x82b\\xed\\xa0\\x80\"");
  }

  @Test
  void jsonReplacesBytesThatAreNoCharacter() {
    assertThat(GoText.json(decoded('a', 0xff, 'b'))).isEqualTo("\"a\ufffdb\"");
  }

  @Test
  void jsonIsSafeInsideHtml() {
    assertThat(GoText.json("<a href=\"x\">&'\u2028\u2029\b\f\u001f"))
        .isEqualTo("\"\\u003ca href=\\\"x\\\"\\u003e\\u0026'\\u2028\\u2029\\b\\f\\u001f\"");
  }

  @Test
  void jsonOfTheLogEscapesNoMoreThanItMust() {
    assertThat(GoText.plainJson("<&>\n")).isEqualTo("\"<&>\\n\"");
  }
}
