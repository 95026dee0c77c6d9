// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.natives.json;

import java.util.ArrayDeque;
import java.util.Deque;
import wtf.metio.jaas.jsonnet.diagnostics.Checkpoint;
import wtf.metio.jaas.jsonnet.gotext.JsonScanner;
import wtf.metio.jaas.jsonnet.gotext.JsonSyntaxException;
import wtf.metio.jaas.jsonnet.natives.NativeFailure;

/** Hands the pieces of a JSON text on. Without recursion, so that nesting needs no stack. */
final class JsonPieces {

  /** Go's own bound. */
  private static final int MAX_DEPTH = 10_000;

  private static final int PIECES_PER_CHECK = 1024;

  private final JsonScanner scanner;
  private final JsonSink sink;
  private final Checkpoint checkpoint;

  /** The opening brackets of what is not closed yet. */
  private final Deque<Character> open = new ArrayDeque<>();

  private int pieces;

  private JsonPieces(String text, JsonSink sink, Checkpoint checkpoint) {
    this.scanner = new JsonScanner(text);
    this.sink = sink;
    this.checkpoint = checkpoint;
  }

  /** Takes a whole text apart. */
  static void scan(String text, JsonSink sink, Checkpoint checkpoint) throws NativeFailure {
    try {
      new JsonPieces(text, sink, checkpoint).scan();
    } catch (JsonSyntaxException e) {
      throw new NativeFailure(String.valueOf(e.getMessage()));
    }
  }

  private void scan() throws NativeFailure {
    do {
      beginValue();
      endValues();
    } while (!open.isEmpty());
    scanner.peek();
    if (!scanner.atEnd()) {
      throw scanner.unexpected("after top-level value");
    }
  }

  /** Reads a scalar or an empty container, and every container that opens before it. */
  private void beginValue() throws NativeFailure {
    char bracket = scanner.peek();
    while (bracket == '{' || bracket == '[') {
      begin(bracket);
      if (scanner.peek() == closing(bracket)) {
        return;
      }
      if (bracket == '{') {
        key();
      }
      bracket = scanner.peek();
    }
    scalar(bracket);
  }

  private void begin(char bracket) throws NativeFailure {
    if (open.size() == MAX_DEPTH) {
      throw scanner.unexpected("exceeded max depth");
    }
    scanner.advance();
    open.push(bracket);
    if (bracket == '{') {
      sink.beginObject();
    } else {
      sink.beginArray();
    }
  }

  /** Closes what ends here, or goes on to the next element of what does not. */
  private void endValues() throws NativeFailure {
    while (!open.isEmpty()) {
      char bracket = open.element();
      char next = scanner.peek();
      if (next == ',') {
        scanner.advance();
        if (bracket == '{') {
          key();
        }
        return;
      }
      if (next != closing(bracket)) {
        throw scanner.unexpected(
            bracket == '{' ? "after object key:value pair" : "after array element");
      }
      scanner.advance();
      open.pop();
      sink.end();
    }
  }

  private static char closing(char bracket) {
    return bracket == '{' ? '}' : ']';
  }

  private void key() throws NativeFailure {
    if (scanner.peek() != '"') {
      throw scanner.unexpected("looking for beginning of object key string");
    }
    int begin = scanner.position();
    var key = scanner.string();
    sink.key(key, scanner.since(begin));
    if (scanner.peek() != ':') {
      throw scanner.unexpected("after object key");
    }
    scanner.advance();
  }

  private void scalar(char first) throws NativeFailure {
    if (++pieces % PIECES_PER_CHECK == 0) {
      checkpoint.check();
    }
    switch (first) {
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> sink.number(scanner.number());
      default -> throw scanner.unexpected("looking for beginning of value");
    }
  }

  private void string() throws NativeFailure {
    int begin = scanner.position();
    var value = scanner.string();
    sink.string(value, scanner.since(begin));
  }

  private void word(String word) throws NativeFailure {
    scanner.word(word);
    sink.word(word);
  }
}
