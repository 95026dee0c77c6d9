// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.natives.json;

import java.util.ArrayDeque;
import java.util.Deque;
import wtf.metio.jaas.jsonnet.diagnostics.Checkpoint;
import wtf.metio.jaas.jsonnet.natives.NativeFailure;

/** Writes a JSON text again with another indent; what is between the brackets stays as written. */
public final class JsonIndenting implements JsonSink {

  /** Deep nesting with a wide indent makes a large text from a small one. */
  private static final int MAX_CHARS = 64 << 20;

  private final StringBuilder out = new StringBuilder();

  /** For every open container whether it has an element already. */
  private final Deque<Boolean> filled = new ArrayDeque<>();

  private final Deque<Character> closing = new ArrayDeque<>();
  private final int indent;
  private boolean afterKey;

  private JsonIndenting(int indent) {
    this.indent = indent;
  }

  /**
   * Indents a text; with a newline at the end.
   *
   * @param indent spaces a level
   * @throws NativeFailure with Go's message if it is no JSON
   */
  public static String indent(String text, int indent, Checkpoint checkpoint) throws NativeFailure {
    if (indent < 0) {
      throw new NativeFailure("manifestJsonFromJson: the indent is negative");
    }
    var indenting = new JsonIndenting(indent);
    JsonPieces.scan(stripped(text), indenting, checkpoint);
    return indenting.out.append('\n').toString();
  }

  /** Without space of any kind around it. */
  private static String stripped(String text) {
    int begin = 0;
    int end = text.length();
    while (begin < end && isSpace(text.charAt(begin))) {
      begin++;
    }
    while (end > begin && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(begin, end);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }

  @Override
  public void beginArray() throws NativeFailure {
    begin('[', ']');
  }

  @Override
  public void beginObject() throws NativeFailure {
    begin('{', '}');
  }

  @Override
  public void key(String name, String written) throws NativeFailure {
    next();
    out.append(written).append(": ");
    afterKey = true;
  }

  @Override
  public void string(String value, String written) throws NativeFailure {
    scalar(written);
  }

  @Override
  public void number(String written) throws NativeFailure {
    scalar(written);
  }

  @Override
  public void word(String word) throws NativeFailure {
    scalar(word);
  }

  private void scalar(String written) throws NativeFailure {
    next();
    out.append(written);
  }

  @Override
  public void end() throws NativeFailure {
    if (filled.pop()) {
      newline();
    }
    out.append(closing.pop());
  }

  private void begin(char opening, char end) throws NativeFailure {
    next();
    out.append(opening);
    filled.push(false);
    closing.push(end);
  }

  private void next() throws NativeFailure {
    if (afterKey) {
      afterKey = false;
    } else if (!filled.isEmpty()) {
      if (filled.pop()) {
        out.append(',');
      }
      filled.push(true);
      newline();
    }
  }

  private void newline() throws NativeFailure {
    long spaces = (long) indent * filled.size();
    if (out.length() + spaces > MAX_CHARS) {
      throw new NativeFailure(
          "manifestJsonFromJson: the result has more than " + MAX_CHARS + " characters");
    }
    out.append('\n').repeat(' ', (int) spaces);
  }
}
