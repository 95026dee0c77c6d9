// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package wtf.metio.jaas.jsonnet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumberTextTest {

  private static final MathContext SEVENTEEN = new MathContext(17, RoundingMode.HALF_EVEN);

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, -0",
    "1, 1",
    "-1, -1",
    "10, 10",
    "99, 99",
    "-100, -100",
    "9007199254740993, 9007199254740992",
    "1e15, 1000000000000000",
    "1e17, 100000000000000000",
    "9223372036854774784, 9223372036854774784",
    "9223372036854775808, 9223372036854775808",
    "-9223372036854775808, -9223372036854775808",
    "1e19, 10000000000000000000",
    "1e23, 99999999999999991611392",
    "-1e23, -99999999999999991611392",
    "0.1, 0.10000000000000001",
    "-0.1, -0.10000000000000001",
    "0.5, 0.5",
    "2.5, 2.5",
    "-1234.75, -1234.75",
    "0.3, 0.29999999999999999",
    "0.0001, 0.0001",
    "0.00012, 0.00012",
    "0.000099, 9.8999999999999994e-05",
    "1e-5, 1.0000000000000001e-05",
    "0.0000152587890625, 1.52587890625e-05",
    "1.5e-100, 1.5e-100",
    "-3e-99, -3.0000000000000001e-99",
    "1.7976931348623157e-290, 1.7976931348623156e-290",
    "5e-324, 4.9406564584124654e-324",
    "2.2250738585072014e-308, 2.2250738585072014e-308",
    "4503599627370495.5, 4503599627370495.5",
    "0.99999999999999989, 0.99999999999999989",
    "1.0000000000000002, 1.0000000000000002",
    "999999.99999999988, 999999.99999999988",
    "Infinity, +Inf",
    "-Infinity, -Inf",
    "NaN, NaN",
  })
  void outputHasAllDigitsOfWholeNumbersAndSeventeenOfOthers(double number, String text) {
    assertThat(allWaysOfOutput(number)).isEqualTo(text);
  }

  @Test
  void aGoogolHasAllItsDigits() {
    assertThat(allWaysOfOutput(1e100))
        .isEqualTo(
            "1000000000000000015902891109759918046836080856394528138978132755774783877217038106081"
                + "3469985856815104");
  }

  @ParameterizedTest
  @CsvSource({
    // The eighteenth digit is a five and the last: the seventeenth becomes even.
    "1125899906842624.25, 1125899906842624.2",
    "1125899906842624.75, 1125899906842624.8",
    "281474976710656.125, 281474976710656.12",
    "281474976710656.375, 281474976710656.38",
  })
  void tiesGoToTheEvenDigit(double number, String text) {
    assertThat(allWaysOfOutput(number)).isEqualTo(text);
  }

  @Test
  void seventeenDigitsAreTheNearest() {
    var random = new Random(17);
    for (var i = 0; i < 20_000; i++) {
      assertNearest(Double.longBitsToDouble(random.nextLong()));
      assertNearest(random.nextDouble());
      assertNearest(random.nextInt() / 1e4);
      assertNearest(Double.longBitsToDouble(random.nextLong() >>> 13));
      // Halves, quarters and so on, which make ties.
      assertNearest(random.nextLong(1L << 53) / (double) (1L << random.nextInt(60)));
    }
    for (var exponent = 1; exponent < 324; exponent++) {
      // Eighteen digits of some are a one and zeros.
      assertNearest(Double.parseDouble("1e-" + exponent));
    }
    for (var exponent = Double.MIN_EXPONENT - 52; exponent < 0; exponent++) {
      assertNearest(Math.scalb(1.0, exponent));
      assertNearest(Math.nextDown(Math.scalb(1.0, exponent)));
    }
  }

  @Test
  void theSlowWayAgreesWithTheFast() {
    assertThat(SeventeenDigits.exactlyScaled(Double.doubleToLongBits(0.1), 17))
        .isEqualTo(10_000_000_000_000_001L);
    assertThat(SeventeenDigits.exactlyScaled(Double.doubleToLongBits(0.5), 0)).isZero();
    assertThat(SeventeenDigits.exactlyScaled(Double.doubleToLongBits(1.5), 0)).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, -0",
    "7, 7",
    "-42, -42",
    "9007199254740991, 9007199254740991",
    "9007199254740992, 9007199254740992",
    "1152921504606846976, 1152921504606847000",
    "1e21, 1000000000000000000000",
    "1e23, 100000000000000000000000",
    "-1.5e22, -15000000000000000000000",
    "123456789012345680000, 123456789012345680000",
    "0.1, 0.1",
    "-0.1, -0.1",
    "123.456, 123.456",
    "0.001, 0.001",
    "0.00099, 0.00099",
    "9999999.5, 9999999.5",
    "10000000.5, 10000000.5",
    "-12345678.25, -12345678.25",
    "1e-7, 0.0000001",
    "1.25e-7, 0.000000125",
    "Infinity, +Inf",
    "-Infinity, -Inf",
    "NaN, NaN",
  })
  void theShortestFormHasNoExponent(double number, String text) {
    assertThat(allWaysOfShortest(number)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"4.9E-324, 323, 5", "9.9E-324, 322, 1", "1.5E-323, 322, 15", "9.9E-323, 321, 1"})
  void theSmallestNumbersHaveTheFewestDigits(double number, int zeros, String digits) {
    assertThat(allWaysOfShortest(number)).isEqualTo("0." + "0".repeat(zeros) + digits);
  }

  @Test
  void everyFormReadsBackAsTheSameNumber() {
    var random = new Random(3);
    for (var i = 0; i < 20_000; i++) {
      var number = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(number)) {
        assertThat(Double.parseDouble(allWaysOfOutput(number))).isEqualTo(number);
        assertThat(Double.parseDouble(allWaysOfShortest(number))).isEqualTo(number);
      }
    }
  }

  @Test
  void theLongestNumbersFit() {
    for (var number :
        new double[] {-Double.MAX_VALUE, -Double.MIN_VALUE, -0x1.fffffffffffffp-1023}) {
      assertThat(NumberText.output(number).length()).isLessThan(NumberText.MAX_BYTES);
      assertThat(NumberText.shortest(number).length()).isLessThan(NumberText.MAX_BYTES);
    }
  }

  private static void assertNearest(double number) {
    if (Double.isFinite(number) && number != Math.rint(number)) {
      assertThat(new BigDecimal(NumberText.output(number)))
          .isEqualByComparingTo(new BigDecimal(number).round(SEVENTEEN));
    }
  }

  private static String allWaysOfOutput(double number) {
    return allWays(number, NumberText::output, NumberText::output, NumberText::output);
  }

  private static String allWaysOfShortest(double number) {
    return allWays(number, NumberText::shortest, NumberText::shortest, NumberText::shortest);
  }

  /** The text in a string, which is the same in a builder and in bytes. */
  private static String allWays(
      double number, DoubleFunction<String> string, Appended appended, Written written) {
    var text = string.apply(number);
    var builder = new StringBuilder("<");
    appended.append(number, builder);
    assertThat(builder.toString()).isEqualTo("<" + text);
    var bytes = new byte[NumberText.MAX_BYTES + 2];
    var end = written.write(number, bytes, 2);
    assertThat(new String(bytes, 2, end - 2, StandardCharsets.US_ASCII)).isEqualTo(text);
    assertThat(bytes[0] | bytes[1]).isZero();
    return text;
  }

  private interface Appended {
    void append(double number, StringBuilder out);
  }

  private interface Written {
    int write(double number, byte[] out, int at);
  }
}
