// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.json;

import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.gotext.JsonScanner;
import wtf.metio.jaas.jsonnet.gotext.JsonSyntaxException;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.BooleanValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.NullValue;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.ObjectValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.text.NumberReader;

/** Reads one JSON text. */
public final class JsonParser {

  private static final int DEEPEST = 10_000;

  private final Evaluation evaluation;
  private final JsonScanner scanner;
  private @Nullable Nest innermost;
  private int depth;

  // Reported only when nothing else is wrong with the text.
  private @Nullable JsonnetException tooLarge;

  /** A parser for a text. */
  public JsonParser(Evaluation evaluation, String text) {
    this.evaluation = evaluation;
    this.scanner = new JsonScanner(text);
    evaluation.steps(text.length() >> 4);
  }

  /**
   * Reads the text.
   *
   * @return the value; nothing in it is left to compute
   */
  public Value parse() {
    try {
      return wholeText();
    } catch (JsonSyntaxException e) {
      throw failure(e.getMessage());
    }
  }

  private static JsonnetException failure(@Nullable String problem) {
    return JsonnetException.runtime("failed to parse JSON: " + problem);
  }

  private Value wholeText() {
    var value = document();
    scanner.peek();
    if (!scanner.atEnd()) {
      throw scanner.unexpected("after top-level value");
    }
    if (tooLarge != null) {
      throw tooLarge;
    }
    return value;
  }

  private Value document() {
    while (true) {
      evaluation.step();
      Value complete = begin();
      while (complete != null) {
        if (innermost == null) {
          return complete;
        }
        complete = continueNest(innermost, complete);
      }
    }
  }

  /** Begins a value; null if that opened an array or object with something in it. */
  private @Nullable Value begin() {
    return switch (scanner.peek()) {
      case '{' -> beginObject();
      case '[' -> beginArray();
      case '"' -> StringValue.of(scanner.string());
      case 't' -> word("true", BooleanValue.TRUE);
      case 'f' -> word("false", BooleanValue.FALSE);
      case 'n' -> word("null", NullValue.NULL);
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> throw scanner.unexpected("looking for beginning of value");
    };
  }

  private Value word(String word, Value value) {
    scanner.word(word);
    return value;
  }

  private Value number() {
    var text = scanner.number();
    double number = NumberReader.parse(text);
    if (Double.isInfinite(number) && tooLarge == null) {
      tooLarge =
          failure("json: cannot unmarshal number " + text + " into Go value of type float64");
    }
    return NumberValue.of(number);
  }

  private @Nullable Value beginObject() {
    open();
    if (scanner.peek() == '}') {
      scanner.advance();
      return ObjectValue.EMPTY;
    }
    innermost = Nest.object(innermost, key());
    depth++;
    return null;
  }

  private @Nullable Value beginArray() {
    open();
    if (scanner.peek() == ']') {
      scanner.advance();
      return ArrayValue.EMPTY;
    }
    innermost = Nest.array(innermost);
    depth++;
    return null;
  }

  private void open() {
    if (depth == DEEPEST) {
      throw scanner.unexpected("exceeded max depth");
    }
    scanner.advance();
  }

  private String key() {
    if (scanner.peek() != '"') {
      throw scanner.unexpected("looking for beginning of object key string");
    }
    var key = scanner.string();
    if (scanner.peek() != ':') {
      throw scanner.unexpected("after object key");
    }
    scanner.advance();
    return key;
  }

  /** Puts a value into the innermost array or object; returns that if it is complete now. */
  private @Nullable Value continueNest(Nest nest, Value value) {
    nest.put(value);
    char next = scanner.peek();
    if (next == ',') {
      scanner.advance();
      if (nest.isObject()) {
        nest.expect(key());
      }
      return null;
    }
    if (next != (nest.isObject() ? '}' : ']')) {
      throw scanner.unexpected(
          nest.isObject() ? "after object key:value pair" : "after array element");
    }
    scanner.advance();
    innermost = nest.outer();
    depth--;
    return nest.toValue();
  }
}
