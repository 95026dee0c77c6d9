// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.manifest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;

/**
 * INI files as {@code std.manifestIni} writes them.
 *
 * <p>First all bodies are looked at, then the lines are written: so do failures come in the
 * reference's order.
 */
public final class IniText {

  private final Evaluation evaluation;
  private final List<Line> lines = new ArrayList<>();

  /** A heading, or a name and a value that may have to be computed. */
  private record Line(String name, @Nullable Value value) {}

  private IniText(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** Writes a computed value: fields {@code main}, which may be absent, and {@code sections}. */
  public static StringValue of(Evaluation evaluation, Value value) {
    var text = new IniText(evaluation);
    var ini = Expect.object(value);
    if (ini.shows(evaluation, "main")) {
      text.body(ini.get(evaluation, "main"));
    }
    var sections = Expect.object(ini.get(evaluation, "sections"));
    for (var name : sections.visibleNames()) {
      text.lines.add(new Line(name, null));
      text.body(sections.get(evaluation, name));
    }
    return text.write();
  }

  private void body(Value value) {
    var body = Expect.object(value);
    for (var name : body.visibleNames()) {
      evaluation.step();
      if (body.get(evaluation, name) instanceof ArrayValue array) {
        for (int i = 0; i < array.size(); i++) {
          evaluation.step();
          lines.add(new Line(name, array.get(i)));
        }
      } else {
        lines.add(new Line(name, body.get(evaluation, name)));
      }
    }
  }

  private StringValue write() {
    var out = new TextBuffer(evaluation);
    for (var line : lines) {
      if (line.value() == null) {
        out.append('[');
        out.append(line.name());
        out.append(']');
      } else {
        out.append(line.name());
        out.append(" = ");
        out.append(ValueText.of(evaluation, line.value().force(evaluation)).value());
      }
      out.append('\n');
    }
    return out.toValue();
  }
}
