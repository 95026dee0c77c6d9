// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.manifest;

import java.util.Locale;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.ObjectValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Type;
import wtf.metio.jaas.jsonnet.runtime.Value;

/**
 * XML from arrays of tag, attributes and children, as {@code std.manifestXmlJsonml} writes it.
 *
 * <p>Nothing is escaped, as in the reference.
 */
public final class XmlText {

  private final Evaluation evaluation;
  private final TextBuffer out;

  private XmlText(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.out = new TextBuffer(evaluation);
  }

  /** Writes a computed value, which must be an array. */
  public static StringValue of(Evaluation evaluation, Value value) {
    if (!(value instanceof ArrayValue)) {
      throw JsonnetException.runtime(
          "Expected a JSONML value (an array), got " + value.type().text());
    }
    var text = new XmlText(evaluation);
    text.write(value);
    return text.out.toValue();
  }

  private void write(Value value) {
    switch (value) {
      case StringValue string -> out.append(string.value());
      case ArrayValue array -> element(array);
      case ObjectValue _ -> throw Expect.mismatch(NumberValue.of(0), Type.STRING);
      default -> throw notIndexable(value.type());
    }
  }

  private static JsonnetException notIndexable(Type type) {
    var name = type.text().substring(0, 1).toUpperCase(Locale.ROOT) + type.text().substring(1);
    return JsonnetException.runtime("Value non indexable: *jsonnet.value" + name);
  }

  private void element(ArrayValue array) {
    evaluation.descend();
    if (array.size() == 0) {
      throw JsonnetException.runtime("Index 0 out of bounds, not within [0, 0)");
    }
    var tag = array.element(evaluation, 0);
    out.append('<');
    DeepText.append(evaluation, out, tag);
    int firstChild = 1;
    if (array.size() > 1 && array.element(evaluation, 1) instanceof ObjectValue attributes) {
      attributes(attributes);
      firstChild = 2;
    }
    out.append('>');
    for (int i = firstChild; i < array.size(); i++) {
      evaluation.step();
      write(array.element(evaluation, i));
    }
    out.append("</");
    DeepText.append(evaluation, out, tag);
    out.append('>');
    evaluation.ascend();
  }

  private void attributes(ObjectValue attributes) {
    for (var name : attributes.visibleNames()) {
      out.append(' ');
      out.append(name);
      out.append("=\"");
      out.append(ValueText.of(evaluation, attributes.get(evaluation, name)).value());
      out.append('"');
    }
  }
}
