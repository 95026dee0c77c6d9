// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.format;

import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.gotext.GoNumbers;
import wtf.metio.jaas.jsonnet.manifest.TextBuffer;
import wtf.metio.jaas.jsonnet.manifest.ValueText;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.NullValue;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.text.Utf8;

/** Carries out the codes of a format string, one after the other. */
final class Rendering {

  private static final double DEFAULT_PRECISION = 6;

  /** Numbers with an exponent below are written with it by {@code %g}. */
  private static final double LAST_PLAIN_EXPONENT = -4;

  private static final double HIGHEST_CODE_POINT = 0x10FFFF;

  private final Evaluation evaluation;
  private final TextBuffer out;
  private final Operands operands;
  private final NumberRendering numbers;

  // The value for a width of `*`, once it is known.
  private @Nullable Value width;

  Rendering(Evaluation evaluation, TextBuffer out, Operands operands) {
    this.evaluation = evaluation;
    this.out = out;
    this.operands = operands;
    this.numbers = new NumberRendering(out);
  }

  void render(FormatCode code) {
    operands.begin(code);
    width = null;
    if (code.width() == 0) {
      convert(code);
    } else if (code.left()) {
      renderLeft(code);
    } else {
      renderRight(code);
    }
  }

  // Where the text stands on the left, a width of `*` is looked at after the text, else before.
  private void renderLeft(FormatCode code) {
    int begin = out.length();
    convert(code);
    width = code.width() == FormatCode.FROM_VALUES ? operands.width() : null;
    out.repeat(' ', missing(code, begin));
  }

  private void renderRight(FormatCode code) {
    int begin = out.length();
    width = code.width() == FormatCode.FROM_VALUES ? operands.width() : null;
    convert(code);
    out.insert(begin, ' ', missing(code, begin));
  }

  private long missing(FormatCode code, int begin) {
    return NumberRendering.times(widthOf(code) - out.codePointsFrom(begin));
  }

  private double widthOf(FormatCode code) {
    return width == null ? code.width() : Expect.number(width);
  }

  private void convert(FormatCode code) {
    switch (code.conversion()) {
      case '%' -> out.append('%');
      case 's' -> text(operands.value());
      case 'c' -> character(operands.value());
      case 'd' -> integer(code, number(), 10, "");
      case 'o' -> integer(code, number(), 8, code.alternate() ? "0" : "");
      case 'x' -> hexadecimal(code, number());
      case 'f' -> decimal(code, number());
      case 'e' -> scientific(code, number());
      default -> general(code, number());
    }
  }

  private void text(Value value) {
    switch (value) {
      case StringValue string -> out.append(string.value());
      case NumberValue number -> out.number(number.value());
      default -> out.append(ValueText.of(evaluation, value).value());
    }
  }

  private void character(Value value) {
    switch (value) {
      case NumberValue number -> codePoint(number.value());
      case StringValue string -> {
        if (string.length() != 1) {
          throw JsonnetException.runtime("%c expected 1-sized string got: " + string.length());
        }
        out.append(string.value());
      }
      default ->
          throw JsonnetException.runtime(
              "%c expected number / string, got: " + value.type().text());
    }
  }

  private void codePoint(double number) {
    if (number > HIGHEST_CODE_POINT) {
      throw JsonnetException.runtime("Invalid unicode codepoint, got " + GoNumbers.general(number));
    }
    if (number < 0) {
      throw JsonnetException.runtime("Codepoints must be >= 0, got " + GoNumbers.general(number));
    }
    out.append(Utf8.wellFormed(Character.toString((int) number)));
  }

  private double number() {
    var value = operands.value();
    if (value instanceof NumberValue number) {
      return number.value();
    }
    throw JsonnetException.runtime(
        "Format required number at " + operands.place() + ", got " + value.type().text());
  }

  private void integer(FormatCode code, double number, int radix, String prefix) {
    double least = zeroWidth(code);
    var digits = WholeDigits.of(Math.floor(Math.abs(number)), radix, prefix);
    var sign = NumberRendering.sign(number <= -1, code);
    numbers.padded(sign, "", digits, least, leastDigits(code));
  }

  private void hexadecimal(FormatCode code, double number) {
    double floor = Math.floor(number);
    double least = zeroWidth(code);
    var digits = WholeDigits.hexadecimal(Math.abs(floor), code.capitals());
    var prefix = !code.alternate() ? "" : code.capitals() ? "0X" : "0x";
    var sign = NumberRendering.sign(floor < 0, code);
    numbers.padded(sign, prefix, digits, least - prefix.length(), leastDigits(code));
  }

  private void decimal(FormatCode code, double number) {
    numbers.decimal(code, number, zeroWidth(code), precision(code), true);
  }

  private void scientific(FormatCode code, double number) {
    numbers.scientific(code, number, zeroWidth(code), precision(code), true);
  }

  private void general(FormatCode code, double number) {
    double precision = precision(code);
    double exponent = Powers.exponentOf(number);
    boolean trailing = code.alternate();
    if (exponent < LAST_PLAIN_EXPONENT || exponent >= precision) {
      numbers.scientific(code, number, zeroWidth(code), precision - 1, trailing);
    } else {
      double before = Math.max(1, exponent + 1);
      numbers.decimal(code, number, zeroWidth(code), precision - before, trailing);
    }
  }

  /** How many chars zeros are to fill. */
  private double zeroWidth(FormatCode code) {
    return code.zero() && !code.left() ? widthOf(code) : 0;
  }

  private double leastDigits(FormatCode code) {
    if (code.precision() != FormatCode.FROM_VALUES) {
      return Math.max(0, code.precision());
    }
    return switch (operands.precision()) {
      case NumberValue number -> number.value();
      case NullValue _ -> 0;
      case Value other ->
          throw JsonnetException.runtime(
              "std.max second param expected number, got " + other.type().text());
    };
  }

  private double precision(FormatCode code) {
    if (code.precision() == FormatCode.NONE) {
      return DEFAULT_PRECISION;
    }
    if (code.precision() != FormatCode.FROM_VALUES) {
      return code.precision();
    }
    var given = operands.precision();
    return given == NullValue.NULL ? DEFAULT_PRECISION : Expect.number(given);
  }
}
