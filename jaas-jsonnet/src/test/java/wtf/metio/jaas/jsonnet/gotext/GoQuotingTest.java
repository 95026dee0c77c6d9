// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package wtf.metio.jaas.jsonnet.gotext;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GoQuotingTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "0x61, a, a",
        "0x20, | |, | |",
        "0x27, ', \\'",
        "0x22, \\\", \"",
        "0x5c, \\\\, \\\\",
        "0x00, \\x00, \\x00",
        "0x07, \\a, \\a",
        "0x08, \\b, \\b",
        "0x09, \\t, \\t",
        "0x0a, \\n, \\n",
        "0x0b, \\v, \\v",
        "0x0c, \\f, \\f",
        "0x0d, \\r, \\r",
        "0x1f, \\x1f, \\x1f",
        "0x7f, \\x7f, \\x7f",
        "0x85, \\u0085, \\u0085",
        "0xa0, \\u00a0, \\u00a0",
        "0xad, \\u00ad, \\u00ad",
        "0xe9, é, \\u00e9",
        "0x0301, \u0301, \\u0301",
        "0x2028, \\u2028, \\u2028",
        "0x3000, \\u3000, \\u3000",
        "0xe000, \\ue000, \\ue000",
        "0xfeff, \\ufeff, \\ufeff",
        "0xfffd, \uFFFD, \\ufffd",
        "0x1f600, 😀, \\U0001f600",
        "0xe0001, \\U000e0001, \\U000e0001",
        "0x10ffff, \\U0010ffff, \\U0010ffff",
      })
  void escapesWhatCannotBePrinted(String number, String quoted, String ascii) {
    var codePoint = Integer.decode(number);
    assertThat(GoQuoting.quote(Character.toString(codePoint))).isEqualTo('"' + quoted + '"');
    assertThat(GoQuoting.quoteToAscii(codePoint)).isEqualTo("'" + ascii + "'");
  }

  @Test
  void quotesWholeTexts() {
    assertThat(GoQuoting.quote("")).isEqualTo("\"\"");
    assertThat(GoQuoting.quote("it's \"é\"\n😀")).isEqualTo("\"it's \\\"é\\\"\\n😀\"");
  }
}
