// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std;

import wtf.metio.jaas.jsonnet.manifest.TextBuffer;
import wtf.metio.jaas.jsonnet.manifest.ValueText;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.text.Escaping;

/** Strings, and values as strings, written down for other languages. */
final class Escapes {

  private Escapes() {}

  static void register(Registry registry) {
    registry.strict("toString", "a", ValueText::of);
    registry.strict("escapeStringJson", "str_", Escapes::json);
    registry.lazy("escapeStringPython", "str", Escapes::json);
    registry.lazy("escapeStringBash", "str_", Escapes::bash);
    registry.lazy("escapeStringDollars", "str_", Escapes::dollars);
    registry.lazy("escapeStringXML", "str_", Escapes::xml);
  }

  private static StringValue text(Evaluation evaluation, Value value) {
    return ValueText.of(evaluation, value.force(evaluation));
  }

  private static Value json(Evaluation evaluation, Value str) {
    var text = text(evaluation, str).value();
    var out = new TextBuffer(evaluation, text.length() + 2L);
    out.quoted(text, Escaping.JSONNET);
    return out.toValue();
  }

  private static Value bash(Evaluation evaluation, Value str) {
    var text = Substrings.replace(evaluation, text(evaluation, str), "'", "'\"'\"'").value();
    var out = new TextBuffer(evaluation, text.length() + 2L);
    out.append('\'');
    out.append(text);
    out.append('\'');
    return out.toValue();
  }

  private static Value dollars(Evaluation evaluation, Value str) {
    return Substrings.replace(evaluation, text(evaluation, str), "$", "$$");
  }

  private static Value xml(Evaluation evaluation, Value str) {
    var text = text(evaluation, str).value();
    var out = new TextBuffer(evaluation, text.length());
    int written = 0;
    for (int at = 0; at < text.length(); at++) {
      var entity = entity(text.charAt(at));
      if (!entity.isEmpty()) {
        out.append(text, written, at);
        out.append(entity);
        written = at + 1;
      }
    }
    out.append(text, written, text.length());
    return out.toValue();
  }

  private static String entity(char c) {
    return switch (c) {
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      case '"' -> "&quot;";
      case '\'' -> "&apos;";
      default -> "";
    };
  }
}
