// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std;

import java.util.Base64;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.text.Base64Reader;
import wtf.metio.jaas.jsonnet.text.Utf8;

/** Between strings, bytes and base64; bytes are arrays of numbers. */
final class Encodings {

  private static final int HIGHEST_BYTE = 255;

  /** Bytes that an element of an array of small numbers takes. */
  private static final long REFERENCE = 4;

  private Encodings() {}

  static void register(Registry registry) {
    registry.strict("encodeUTF8", "str", Encodings::encodeUtf8);
    registry.strict("decodeUTF8", "arr", Encodings::decodeUtf8);
    registry.strict("base64", "input", Encodings::base64);
    registry.strict("base64Decode", "str", Encodings::base64Decode);
    registry.strict("base64DecodeBytes", "str", Encodings::base64DecodeBytes);
  }

  private static Value encodeUtf8(Evaluation evaluation, Value str) {
    var string = Expect.string(str);
    evaluation.reserve(string.chars());
    return numbers(evaluation, Utf8.encode(string.value()));
  }

  private static Value numbers(Evaluation evaluation, byte[] bytes) {
    evaluation.reserve(bytes.length * REFERENCE);
    var numbers = new Value[bytes.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = NumberValue.of(bytes[i] & 0xFF);
    }
    return ArrayValue.of(numbers);
  }

  private static Value decodeUtf8(Evaluation evaluation, Value arr) {
    var array = Expect.array(arr);
    evaluation.reserve(array.size());
    var bytes = new byte[array.size()];
    for (int i = 0; i < bytes.length; i++) {
      evaluation.step();
      int number = Expect.integer(array.element(evaluation, i));
      if (number < 0 || number > HIGHEST_BYTE) {
        throw JsonnetException.runtime("Bytes must be integers in range [0, 255], got " + number);
      }
      bytes[i] = (byte) number;
    }
    evaluation.reserve(bytes.length);
    return StringValue.of(Utf8.decode(bytes));
  }

  private static Value base64(Evaluation evaluation, Value input) {
    var bytes =
        switch (input) {
          case StringValue string -> bytes(evaluation, string);
          case ArrayValue array -> bytes(evaluation, array);
          default ->
              throw JsonnetException.runtime(
                  "base64 can only base64 encode strings / arrays of single bytes, got "
                      + input.type().text());
        };
    evaluation.reserve(2L * bytes.length);
    return StringValue.of(Base64.getEncoder().encodeToString(bytes));
  }

  private static byte[] bytes(Evaluation evaluation, StringValue string) {
    var text = string.value();
    evaluation.reserve(text.length());
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) > HIGHEST_BYTE) {
        throw notAByte(text.codePointAt(at));
      }
    }
    return Utf8.encode(text);
  }

  private static byte[] bytes(Evaluation evaluation, ArrayValue array) {
    evaluation.reserve(array.size());
    var bytes = new byte[array.size()];
    for (int i = 0; i < bytes.length; i++) {
      evaluation.step();
      var element = array.element(evaluation, i);
      if (!(element instanceof NumberValue number) || number.value() != (int) number.value()) {
        throw JsonnetException.runtime(
            "base64 encountered a non-integer value in the array, got " + element.type().text());
      }
      if (number.value() < 0 || number.value() > HIGHEST_BYTE) {
        throw notAByte((int) number.value());
      }
      bytes[i] = (byte) number.value();
    }
    return bytes;
  }

  private static JsonnetException notAByte(int number) {
    return JsonnetException.runtime(
        "base64 encountered invalid codepoint value in the array (must be 0 <= X <= 255), got "
            + number);
  }

  private static Value base64Decode(Evaluation evaluation, Value str) {
    return StringValue.of(Utf8.decode(decoded(evaluation, str)));
  }

  private static Value base64DecodeBytes(Evaluation evaluation, Value str) {
    return numbers(evaluation, decoded(evaluation, str));
  }

  private static byte[] decoded(Evaluation evaluation, Value str) {
    if (!(str instanceof StringValue string)) {
      throw JsonnetException.runtime(
          "base64DecodeBytes requires a string, got " + str.type().text());
    }
    evaluation.reserve(2L * string.chars());
    try {
      return Base64Reader.decode(Utf8.encode(string.value()));
    } catch (IllegalArgumentException wrong) {
      throw JsonnetException.runtime(String.valueOf(wrong.getMessage()));
    }
  }
}
