// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.natives.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import wtf.metio.jaas.jsonnet.diagnostics.Checkpoint;
import wtf.metio.jaas.jsonnet.natives.NativeFailure;

/**
 * Checks a JSON text and hands its pieces on.
 *
 * <p>Without recursion, so that nesting needs no stack. After the last character everything behaves
 * as if a space followed, which is how the messages of Go's library come about.
 */
final class JsonScanner {

  /** Go's own bound. */
  private static final int MAX_DEPTH = 10_000;

  private static final int PIECES_PER_CHECK = 1024;

  private final String text;
  private final JsonSink sink;
  private final Checkpoint checkpoint;

  /** The opening brackets of what is not closed yet. */
  private final Deque<Character> open = new ArrayDeque<>();

  private int position;
  private int pieces;

  JsonScanner(String text, JsonSink sink, Checkpoint checkpoint) {
    this.text = text;
    this.sink = sink;
    this.checkpoint = checkpoint;
  }

  /** Scans the whole text. */
  void scan() throws NativeFailure {
    do {
      beginValue();
      endValues();
    } while (!open.isEmpty());
    skipSpace();
    if (position < text.length()) {
      throw invalid("after top-level value");
    }
  }

  /** Reads a scalar or an empty container, and every container that opens before it. */
  private void beginValue() throws NativeFailure {
    char bracket = wanted();
    while (bracket == '{' || bracket == '[') {
      begin(bracket);
      char next = wanted();
      if (next == closing(bracket)) {
        return;
      }
      if (bracket == '{') {
        key(next);
      }
      bracket = wanted();
    }
    scalar(bracket);
  }

  private void begin(char bracket) throws NativeFailure {
    position++;
    open.push(bracket);
    if (open.size() > MAX_DEPTH) {
      throw new NativeFailure("exceeded max depth");
    }
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
      char next = wanted();
      if (next == ',') {
        position++;
        if (bracket == '{') {
          key(wanted());
        }
        return;
      }
      if (next != closing(bracket)) {
        throw invalid(bracket == '{' ? "after object key:value pair" : "after array element");
      }
      position++;
      open.pop();
      sink.end();
    }
  }

  private static char closing(char bracket) {
    return bracket == '{' ? '}' : ']';
  }

  private void key(char first) throws NativeFailure {
    if (first != '"') {
      throw invalid("looking for beginning of object key string");
    }
    sink.key(string());
    if (wanted() != ':') {
      throw invalid("after object key");
    }
    position++;
  }

  private void scalar(char first) throws NativeFailure {
    if (++pieces % PIECES_PER_CHECK == 0) {
      checkpoint.check();
    }
    sink.scalar(
        switch (first) {
          case '"' -> string();
          case 't' -> literal("true");
          case 'f' -> literal("false");
          case 'n' -> literal("null");
          case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
          default -> throw invalid("looking for beginning of value");
        });
  }

  private String literal(String word) throws NativeFailure {
    for (int i = 0; i < word.length(); i++) {
      if (here() != word.charAt(i)) {
        throw invalid("in literal " + word + " (expecting '" + word.charAt(i) + "')");
      }
      position++;
    }
    return word;
  }

  // number ::= "-"? ("0" | [1-9] digit*) ("." digit+)? ([eE] [+-]? digit+)?
  private String number() throws NativeFailure {
    int begin = position;
    if (here() == '-') {
      position++;
    }
    if (here() == '0') {
      position++;
    } else {
      digits("in numeric literal");
    }
    if (here() == '.') {
      position++;
      digits("after decimal point in numeric literal");
    }
    if (here() == 'e' || here() == 'E') {
      position++;
      if (here() == '+' || here() == '-') {
        position++;
      }
      digits("in exponent of numeric literal");
    }
    return text.substring(begin, position);
  }

  private void digits(String where) throws NativeFailure {
    if (here() < '0' || here() > '9') {
      throw invalid(where);
    }
    while (here() >= '0' && here() <= '9') {
      position++;
    }
  }

  private String string() throws NativeFailure {
    int begin = position++;
    while (here() != '"' || position == text.length()) {
      if (position == text.length()) {
        throw unexpectedEnd();
      }
      if (here() < ' ') {
        throw invalid("in string literal");
      }
      if (here() == '\\') {
        position++;
        escape();
      } else {
        position++;
      }
    }
    return text.substring(begin, ++position);
  }

  private void escape() throws NativeFailure {
    if ("\"\\/bfnrtu".indexOf(here()) < 0) {
      throw invalid("in string escape code");
    }
    boolean unicode = here() == 'u';
    position++;
    for (int i = 0; unicode && i < 4; i++) {
      if (Character.digit(here(), 16) < 0 || here() > 'f') {
        throw invalid("in \\u hexadecimal character escape");
      }
      position++;
    }
  }

  private void skipSpace() {
    while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
  }

  /** The next character that is no space; there must be one. */
  private char wanted() throws NativeFailure {
    skipSpace();
    if (position == text.length()) {
      throw unexpectedEnd();
    }
    return here();
  }

  private char here() {
    return position < text.length() ? text.charAt(position) : ' ';
  }

  private static NativeFailure unexpectedEnd() {
    return new NativeFailure("unexpected end of JSON input");
  }

  private NativeFailure invalid(String where) {
    return new NativeFailure("invalid character " + quoted() + ' ' + where);
  }

  /** The next byte, not character, the way Go shows it. */
  private String quoted() {
    int end = Math.min(text.length(), text.offsetByCodePoints(position, remaining()));
    var bytes = text.substring(position, end).getBytes(StandardCharsets.UTF_8);
    int first = bytes.length == 0 ? ' ' : Byte.toUnsignedInt(bytes[0]);
    return switch (first) {
      case '\'' -> "'\\''";
      case '\\' -> "'\\\\'";
      case '\n' -> "'\\n'";
      case '\r' -> "'\\r'";
      case '\t' -> "'\\t'";
      case '\b' -> "'\\b'";
      case '\f' -> "'\\f'";
      case 0x07 -> "'\\a'";
      case 0x0b -> "'\\v'";
      default ->
          first < ' ' || first == 0x7f
              ? String.format(Locale.ROOT, "'\\x%02x'", first)
              : "'" + (char) first + "'";
    };
  }

  private int remaining() {
    return position < text.length() ? 1 : 0;
  }
}
