// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.natives.yaml;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import wtf.metio.jaas.evaluator.natives.yaml.YamlText.Style;
import wtf.metio.jaas.jsonnet.diagnostics.Checkpoint;
import wtf.metio.jaas.jsonnet.gotext.GoNumbers;
import wtf.metio.jaas.jsonnet.natives.Json;
import wtf.metio.jaas.jsonnet.natives.NativeFailure;

/** Writes a value as one document, in blocks, with four spaces a level and sorted keys. */
public final class YamlWriting {

  private static final int STEP = 4;

  /** What stands in a list begins behind its dash. */
  private static final int DASH = 2;

  /** A longer key is announced by a question mark. */
  private static final int MAX_KEY_BYTES = 128;

  private static final int MAX_CHARS = 64 << 20;
  private static final int MAX_DEPTH = 1000;

  private final StringBuilder out = new StringBuilder();
  private final Checkpoint checkpoint;
  private int depth;

  private YamlWriting(Checkpoint checkpoint) {
    this.checkpoint = checkpoint;
  }

  /** Writes a value; with a newline at the end. */
  public static String write(Json value, Checkpoint checkpoint) throws NativeFailure {
    var writing = new YamlWriting(checkpoint);
    switch (value) {
      case Json.Arr(var elements) when !elements.isEmpty() -> writing.sequence(elements, 0);
      case Json.Obj object when !object.fields().isEmpty() -> writing.mapping(object, 0);
      default -> writing.leaf(value, 0, STEP);
    }
    return writing.out.append('\n').toString();
  }

  /** Writes elements from where the text stands; those after the first begin a line. */
  private void sequence(List<Json> elements, int indent) throws NativeFailure {
    enter();
    boolean first = true;
    for (var element : elements) {
      if (!first) {
        line(indent);
      }
      first = false;
      out.append("- ");
      switch (element) {
        case Json.Arr(var inner) when !inner.isEmpty() -> sequence(inner, indent + DASH);
        case Json.Obj object when !object.fields().isEmpty() -> mapping(object, indent + DASH);
        default -> leaf(element, indent, indent + DASH);
      }
    }
    depth--;
  }

  private void mapping(Json.Obj object, int indent) throws NativeFailure {
    enter();
    var sorted = new TreeMap<String, Json>(NaturalOrder.INSTANCE);
    sorted.putAll(object.fields());
    boolean first = true;
    for (var field : sorted.entrySet()) {
      if (!first) {
        line(indent);
      }
      first = false;
      key(field.getKey(), indent);
      field(field.getValue(), indent);
    }
    depth--;
  }

  private void key(String key, int indent) throws NativeFailure {
    // As a key, this one would ask readers to merge.
    var style = key.equals("<<") ? Style.DOUBLE_QUOTED : YamlText.style(key);
    if (style != Style.LITERAL && isShort(key)) {
      out.append(YamlText.inline(key, style)).append(':');
    } else {
      out.append("? ");
      text(key, indent, deeper(indent));
      line(indent);
      out.append(':');
    }
  }

  private static boolean isShort(String key) {
    return key.length() <= MAX_KEY_BYTES
        && key.getBytes(StandardCharsets.UTF_8).length <= MAX_KEY_BYTES;
  }

  private void field(Json value, int parent) throws NativeFailure {
    int indent = deeper(parent);
    switch (value) {
      case Json.Arr(var elements) when !elements.isEmpty() -> {
        line(indent);
        sequence(elements, indent);
      }
      case Json.Obj object when !object.fields().isEmpty() -> {
        line(indent);
        mapping(object, indent);
      }
      default -> {
        out.append(' ');
        leaf(value, parent, indent);
      }
    }
  }

  /** Writes what needs no lines of its own, but for the lines of a text. */
  private void leaf(Json value, int parent, int indent) throws NativeFailure {
    switch (value) {
      case Json.Null() -> out.append("null");
      case Json.Bool(boolean bool) -> out.append(bool);
      case Json.Num(double number) -> out.append(GoNumbers.general(number));
      case Json.Str(var text) -> text(text, parent, indent);
      case Json.Arr _ -> out.append("[]");
      case Json.Obj _ -> out.append("{}");
    }
  }

  /**
   * Writes a text.
   *
   * @param parent where what it belongs to stands, from which readers count
   * @param indent where its lines stand if it has several
   */
  private void text(String text, int parent, int indent) throws NativeFailure {
    var style = YamlText.style(text);
    if (style != Style.LITERAL) {
      out.append(YamlText.inline(text, style));
      return;
    }
    boolean ends = text.endsWith("\n");
    out.append('|');
    if (YamlText.hidesItsIndent(text)) {
      out.append(indent - parent);
    }
    // Without a sign, the end of one line is kept, unless there is nothing else.
    boolean keeps = text.endsWith("\n\n") || text.equals("\n");
    out.append(!ends ? "-" : keeps ? "+" : "");
    var lines = ends ? text.substring(0, text.length() - 1) : text;
    for (var line : lines.split("\n", -1)) {
      line(line.isEmpty() ? 0 : indent);
      out.append(line);
    }
  }

  /** The next multiple of the step. */
  private static int deeper(int indent) {
    return (indent + STEP) / STEP * STEP;
  }

  private void line(int indent) throws NativeFailure {
    checkpoint.check();
    if (out.length() > MAX_CHARS) {
      throw new NativeFailure(
          "manifestYamlFromJson: the result has more than " + MAX_CHARS + " characters");
    }
    out.append('\n').repeat(' ', indent);
  }

  private void enter() throws NativeFailure {
    if (++depth > MAX_DEPTH) {
      throw new NativeFailure("manifestYamlFromJson: nested deeper than " + MAX_DEPTH + " levels");
    }
  }
}
