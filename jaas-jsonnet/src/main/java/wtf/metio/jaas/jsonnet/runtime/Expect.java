// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.gotext.GoNumbers;

/** Takes values of an expected type, or fails with the type found and the type expected. */
public final class Expect {

  private Expect() {}

  /** A boolean. */
  public static BooleanValue bool(Value value) {
    if (value instanceof BooleanValue bool) {
      return bool;
    }
    throw mismatch(value, Type.BOOLEAN);
  }

  /** A number. */
  public static double number(Value value) {
    if (value instanceof NumberValue number) {
      return number.value();
    }
    throw mismatch(value, Type.NUMBER);
  }

  /** A whole number of 32 bits, as sizes and positions are. */
  public static int integer(Value value) {
    double number = number(value);
    int integer = (int) number;
    if (integer != number) {
      throw JsonnetException.runtime("Expected an integer, but got " + GoNumbers.general(number));
    }
    return integer;
  }

  /** A string. */
  public static StringValue string(Value value) {
    if (value instanceof StringValue string) {
      return string;
    }
    throw mismatch(value, Type.STRING);
  }

  /** An array. */
  public static ArrayValue array(Value value) {
    if (value instanceof ArrayValue array) {
      return array;
    }
    throw mismatch(value, Type.ARRAY);
  }

  /** An object. */
  public static ObjectValue object(Value value) {
    if (value instanceof ObjectValue object) {
      return object;
    }
    throw mismatch(value, Type.OBJECT);
  }

  /** A function. */
  public static FunctionValue function(Value value) {
    if (value instanceof FunctionValue function) {
      return function;
    }
    throw mismatch(value, Type.FUNCTION);
  }

  /** The failure for a value that is not of the one type that would do. */
  public static JsonnetException mismatch(Value found, Type expected) {
    return JsonnetException.runtime(
        "Unexpected type " + found.type().text() + ", expected " + expected.text());
  }

  /** The failure for a value where several types would do, but not this one. */
  public static JsonnetException unexpected(Value found) {
    return JsonnetException.runtime("Unexpected type " + found.type().text());
  }
}
