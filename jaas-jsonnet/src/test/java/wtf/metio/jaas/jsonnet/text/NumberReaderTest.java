// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package wtf.metio.jaas.jsonnet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NumberReaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "-0.0",
        "0e5",
        "0e999999999999",
        "7",
        "-42",
        "1.5",
        "0.1",
        "-0.001",
        "123.456e3",
        "1E+2",
        "1e-2",
        "9007199254740993",
        "9007199254740993.0",
        "900719925474099.3e1",
        "123456789012345678",
        "1234567890123456789",
        "0.000000000000000000000000000012345",
        "00000000000000000000000001.5",
        "100000000000000000000000000000",
        "1e22",
        "1e23",
        "3e-22",
        "3e-23",
        "2.2250738585072011e-308",
        "5e-324",
        "2e-324",
        "1e-400",
        "1.7976931348623157e308",
        "1.7976931348623159e308",
        "1e309",
        "-1e309",
        "1e99999999999999999999",
        "1e4294967297",
        "1e-4294967297",
        "1e-99999999999999999999",
      })
  void readsWhatThePlatformReads(String text) {
    assertThat(NumberReader.parse(text)).isEqualTo(Double.parseDouble(text));
  }

  @Test
  void underscoresSeparateDigits() {
    assertThat(NumberReader.parse("1_000.5_5e1_0")).isEqualTo(1000.55e10);
    assertThat(NumberReader.parse("1_234_567_890_123_456_789_0")).isEqualTo(12345678901234567890.0);
  }

  @Test
  void theSignOfZeroStays() {
    assertThat(1 / NumberReader.parse("-0")).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(1 / NumberReader.parse("0.00")).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void readsInTheMiddleOfAText() {
    assertThat(NumberReader.parse("[-12.5e1,3]", 1, 8)).isEqualTo(-125);
    assertThat(NumberReader.parse("[-12.5e1,3]", 9, 10)).isEqualTo(3);
  }

  @Test
  void everyLengthIsRoundedCorrectly() {
    var random = new Random(9);
    for (var i = 0; i < 50_000; i++) {
      var digits = random.nextLong() >>> random.nextInt(64);
      var text = new BigDecimal(digits).movePointLeft(random.nextInt(40)).toString();
      assertThat(NumberReader.parse(text)).isEqualTo(Double.parseDouble(text));
      var scientific = digits + "e" + (random.nextInt(80) - 40);
      assertThat(NumberReader.parse(scientific)).isEqualTo(Double.parseDouble(scientific));
    }
  }
}
