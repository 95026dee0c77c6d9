// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.manifest;

import java.util.ArrayList;
import java.util.List;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.ObjectValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;

/**
 * TOML as {@code std.manifestTomlEx} writes it.
 *
 * <p>Fields are looked at in the order of their names. Tables, and arrays of nothing but tables,
 * are sections and stand behind all other fields of their table.
 */
public final class TomlText {

  private final Evaluation evaluation;
  private final String indent;
  private final Depth depth;

  private TomlText(Evaluation evaluation, String indent) {
    this.evaluation = evaluation;
    this.indent = indent;
    this.depth = new Depth(evaluation);
  }

  /** Writes a computed value; each table is indented more than the one around it. */
  public static StringValue of(Evaluation evaluation, Value value, String indent) {
    if (!(value instanceof ObjectValue object)) {
      throw JsonnetException.runtime("TOML body must be an object. Got " + value.type().text());
    }
    var out = new TextBuffer(evaluation);
    new TomlText(evaluation, indent).body(out, object, List.of(), 0);
    return out.toValue();
  }

  /** Writes what is between the heading of a table and the next one. */
  private void body(TextBuffer out, ObjectValue table, List<String> path, int level) {
    depth.enter(1);
    evaluation.reserve((long) indent.length() * level);
    var values = new TomlValues(evaluation, depth, indent.repeat(level), indent);
    var sections = new TextBuffer(evaluation);
    for (var name : table.visibleNames()) {
      var value = table.get(evaluation, name);
      boolean section = isSection(value);
      depth.turnTo(name);
      if (section) {
        sections.append("\n\n");
        section(sections, value, append(path, name), level);
      } else {
        values.line(out, name, value);
      }
      depth.turnBack();
    }
    out.append(sections);
    depth.leave(1);
  }

  private boolean isSection(Value value) {
    if (value instanceof ArrayValue array) {
      for (int i = 0; i < array.size(); i++) {
        evaluation.step();
        if (!(array.element(evaluation, i) instanceof ObjectValue)) {
          return false;
        }
      }
      return array.size() > 0;
    }
    return value instanceof ObjectValue;
  }

  private void section(TextBuffer out, Value value, List<String> path, int level) {
    depth.enter(1);
    if (value instanceof ObjectValue table) {
      heading(out, "[", path, "]", level);
      entries(out, table, path, level);
    } else if (value instanceof ArrayValue tables) {
      tables(out, tables, path, level);
    }
    depth.leave(1);
  }

  private void tables(TextBuffer out, ArrayValue tables, List<String> path, int level) {
    for (int i = 0; i < tables.size(); i++) {
      if (i > 0) {
        out.append("\n\n");
      }
      if (tables.element(evaluation, i) instanceof ObjectValue table) {
        heading(out, "[[", path, "]]", level);
        depth.turnTo(i);
        entries(out, table, path, level);
        depth.turnBack();
      }
    }
  }

  private void entries(TextBuffer out, ObjectValue table, List<String> path, int level) {
    if (table.visibleNames().length > 0) {
      out.append('\n');
    }
    body(out, table, path, level + 1);
  }

  private void heading(TextBuffer out, String open, List<String> path, String close, int level) {
    for (int i = 0; i < level; i++) {
      out.append(indent);
    }
    out.append(open);
    for (int i = 0; i < path.size(); i++) {
      out.append(i > 0 ? "." : "");
      TomlValues.key(out, path.get(i));
    }
    out.append(close);
  }

  private static List<String> append(List<String> path, String name) {
    var longer = new ArrayList<>(path);
    longer.add(name);
    return longer;
  }
}
