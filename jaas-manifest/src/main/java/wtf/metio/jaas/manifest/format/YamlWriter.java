// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes JSON as YAML, in blocks, with the fields in their order. */
final class YamlWriter {

  static final int MAX_BYTES = 64 << 20;

  private static final int STEP = 2;
  private static final int MAX_DEPTH = 1000;

  /** A longer key is announced by a question mark; readers look no further ahead. */
  private static final int LONGEST_KEY = 120;

  private static final byte[] SPACES = " ".repeat(64).getBytes(StandardCharsets.US_ASCII);

  private final ByteArrayOutputStream out;
  private int depth;

  YamlWriter(int expectedBytes) {
    this.out = new ByteArrayOutputStream(Math.max(expectedBytes, 64));
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  /** Writes a line between documents. */
  void separator() {
    append("---\n");
  }

  /** Writes the next value as a document. */
  void document(JsonCursor json) throws UnfitException {
    value(json, 0);
    out.write('\n');
  }

  /** Writes a value from where the text stands; its further lines begin at the indent. */
  private void value(JsonCursor json, int indent) throws UnfitException {
    enter();
    switch (json.peek()) {
      case '{' -> object(json, indent);
      case '[' -> list(json, indent);
      case '"' -> text(json.string(), indent);
      default -> append(literal(json.literal()));
    }
    depth--;
  }

  private void object(JsonCursor json, int indent) throws UnfitException {
    json.pass('{');
    if (json.passIf('}')) {
      append("{}");
      return;
    }
    boolean first = true;
    do {
      if (!first) {
        line(indent);
      }
      first = false;
      field(json, indent);
    } while (json.passIf(','));
    json.pass('}');
  }

  private void field(JsonCursor json, int indent) throws UnfitException {
    var key = json.string();
    json.pass(':');
    boolean plain = YamlText.style(key, 0) == YamlText.Style.PLAIN;
    var written = plain ? key : YamlText.quoted(key);
    boolean announced = written.length() > LONGEST_KEY;
    if (announced) {
      append("? ");
    }
    append(written);
    if (announced) {
      line(indent);
    }
    out.write(':');
    switch (opening(json)) {
      case OBJECT -> {
        line(indent + STEP);
        value(json, indent + STEP);
      }
      case LIST -> {
        int begin = announced ? indent + STEP : indent;
        line(begin);
        value(json, begin);
      }
      case LEAF -> {
        out.write(' ');
        value(json, indent + STEP);
      }
    }
  }

  private enum Opening {
    OBJECT,
    LIST,
    LEAF
  }

  /** What comes next; without parts it fits on the line. */
  private static Opening opening(JsonCursor json) {
    char sign = json.peek();
    if (sign != '{' && sign != '[') {
      return Opening.LEAF;
    }
    var ahead = json.copy();
    ahead.pass(sign);
    if (ahead.peek() == (sign == '{' ? '}' : ']')) {
      return Opening.LEAF;
    }
    return sign == '{' ? Opening.OBJECT : Opening.LIST;
  }

  private void list(JsonCursor json, int indent) throws UnfitException {
    json.pass('[');
    if (json.passIf(']')) {
      append("[]");
      return;
    }
    boolean first = true;
    do {
      if (!first) {
        line(indent);
      }
      first = false;
      append("- ");
      value(json, indent + STEP);
    } while (json.passIf(','));
    json.pass(']');
  }

  private void text(String text, int indent) throws UnfitException {
    int margin = Math.max(indent, STEP);
    switch (YamlText.style(text, margin)) {
      case PLAIN -> append(text);
      case QUOTED -> append(YamlText.quoted(text));
      case LITERAL -> literal(text, margin);
    }
  }

  private void literal(String text, int indent) throws UnfitException {
    boolean ends = text.endsWith("\n");
    append(!ends ? "|-" : text.endsWith("\n\n") ? "|+" : "|");
    var lines = ends ? text.substring(0, text.length() - 1) : text;
    for (var line : lines.split("\n", -1)) {
      line(line.isEmpty() ? 0 : indent);
      append(line);
    }
  }

  /** Readers of YAML 1.1 know a number with an exponent by its point. */
  private static String literal(String json) {
    int exponent = Math.max(json.indexOf('e'), json.indexOf('E'));
    boolean number = json.charAt(0) == '-' || json.charAt(0) <= '9';
    if (!number || exponent < 0) {
      return json;
    }
    var mantissa = json.substring(0, exponent);
    var power = json.substring(exponent + 1);
    var sign = power.startsWith("-") || power.startsWith("+") ? "" : "+";
    return mantissa + (mantissa.indexOf('.') < 0 ? ".0e" : "e") + sign + power;
  }

  private void line(int indent) throws UnfitException {
    if (out.size() > MAX_BYTES) {
      throw new UnfitException("the value is larger than " + MAX_BYTES + " bytes as YAML");
    }
    out.write('\n');
    for (int rest = indent; rest > 0; rest -= SPACES.length) {
      out.write(SPACES, 0, Math.min(rest, SPACES.length));
    }
  }

  private void append(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private void enter() throws UnfitException {
    if (++depth > MAX_DEPTH) {
      throw new UnfitException("the value is nested deeper than " + MAX_DEPTH + " levels");
    }
  }
}
