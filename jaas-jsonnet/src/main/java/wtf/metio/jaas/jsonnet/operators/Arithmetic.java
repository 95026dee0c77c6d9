// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.operators;

import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.gotext.GoNumbers;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** Operators on numbers. */
public final class Arithmetic {

  /** The largest whole number that a double can tell from its neighbours. */
  private static final double SAFE = 0x1p53 - 1;

  private Arithmetic() {}

  /** A result that must be a number. */
  public static NumberValue checked(double result) {
    if (Double.isFinite(result)) {
      return NumberValue.of(result);
    }
    throw JsonnetException.runtime(Double.isNaN(result) ? "Not a number" : "Overflow");
  }

  /** {@code left - right}. */
  public static Value subtract(Value left, Value right) {
    double minuend = Expect.number(left);
    return checked(minuend - Expect.number(right));
  }

  /** {@code left * right}. */
  public static Value multiply(Value left, Value right) {
    double factor = Expect.number(left);
    return checked(factor * Expect.number(right));
  }

  /** {@code left / right}. */
  public static Value divide(Value left, Value right) {
    double dividend = Expect.number(left);
    double divisor = Expect.number(right);
    if (divisor == 0) {
      throw JsonnetException.runtime("Division by zero.");
    }
    return checked(dividend / divisor);
  }

  /** {@code left % right} of numbers: the sign is that of the dividend. */
  public static Value remainder(Value left, Value right) {
    double dividend = Expect.number(left);
    double divisor = Expect.number(right);
    if (divisor == 0) {
      throw JsonnetException.runtime("Division by zero.");
    }
    return checked(dividend % divisor);
  }

  /** {@code left & right}. */
  public static Value and(Value left, Value right) {
    long bits = bits(left, right);
    return NumberValue.of(bits & (long) Expect.number(right));
  }

  /** {@code left ^ right}. */
  public static Value xor(Value left, Value right) {
    long bits = bits(left, right);
    return NumberValue.of(bits ^ (long) Expect.number(right));
  }

  /** {@code left | right}. */
  public static Value or(Value left, Value right) {
    long bits = bits(left, right);
    return NumberValue.of(bits | (long) Expect.number(right));
  }

  /** {@code left << right}; bits that leave are lost without a word, as in the reference. */
  public static Value shiftLeft(Value left, Value right) {
    long bits = bits(left, right);
    return NumberValue.of(bits << shift(right));
  }

  /** {@code left >> right}, keeping the sign. */
  public static Value shiftRight(Value left, Value right) {
    long bits = bits(left, right);
    return NumberValue.of(bits >> shift(right));
  }

  // Types and ranges of both sides are looked at before anything is computed.
  private static long bits(Value left, Value right) {
    double first = Expect.number(left);
    double second = Expect.number(right);
    safe(first);
    safe(second);
    return (long) first;
  }

  private static long shift(Value right) {
    long count = (long) Expect.number(right);
    if (Expect.number(right) < 0) {
      throw JsonnetException.runtime("Shift by negative exponent.");
    }
    return count % Long.SIZE;
  }

  private static void safe(double operand) {
    if (!(Math.abs(operand) <= SAFE)) {
      throw JsonnetException.runtime(
          "Bitwise operator argument "
              + GoNumbers.general(operand)
              + " outside of range [-9007199254740991, 9007199254740991]");
    }
  }
}
