// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std;

import java.util.List;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.manifest.IniText;
import wtf.metio.jaas.jsonnet.manifest.JsonText;
import wtf.metio.jaas.jsonnet.manifest.PythonText;
import wtf.metio.jaas.jsonnet.manifest.TextBuffer;
import wtf.metio.jaas.jsonnet.manifest.TomlText;
import wtf.metio.jaas.jsonnet.manifest.XmlText;
import wtf.metio.jaas.jsonnet.manifest.YamlText;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.BooleanValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** Values as text in other formats. */
final class Manifests {

  private static final JsonText.Form INDENTED = new JsonText.Form("    ", "\n", ": ");
  private static final JsonText.Form MINIFIED = new JsonText.Form("", "", ":");

  private Manifests() {}

  static void register(Registry registry) {
    registry.lazy("manifestJson", "value", (e, v) -> JsonText.of(e, v.force(e), INDENTED));
    registry.lazy("manifestJsonMinified", "value", (e, v) -> JsonText.of(e, v.force(e), MINIFIED));
    registry.strict(
        "manifestJsonEx",
        List.of("value", "indent", "newline?", "key_val_sep?"),
        List.of(StringValue.of("\n"), StringValue.of(": ")),
        Manifests::json);
    registry.strict(
        "manifestYamlDoc",
        List.of("value", "indent_array_in_object?", "quote_keys?"),
        List.of(BooleanValue.FALSE, BooleanValue.TRUE),
        Manifests::yaml);
    registry.lazy(
        "manifestYamlStream",
        List.of("value", "indent_array_in_object?", "c_document_end?", "quote_keys?"),
        List.of(BooleanValue.FALSE, BooleanValue.TRUE, BooleanValue.TRUE),
        Manifests::yamlStream);
    registry.lazy("manifestToml", "value", (e, v) -> TomlText.of(e, v.force(e), "  "));
    registry.strict("manifestTomlEx", "value", "indent", Manifests::toml);
    registry.lazy("manifestIni", "ini", (e, v) -> IniText.of(e, v.force(e)));
    registry.lazy("manifestPython", "v", (e, v) -> PythonText.of(e, v.force(e)));
    registry.lazy("manifestPythonVars", "conf", (e, v) -> PythonText.variables(e, v.force(e)));
    registry.lazy("manifestXmlJsonml", "value", (e, v) -> XmlText.of(e, v.force(e)));
  }

  private static Value json(Evaluation evaluation, Value[] arguments) {
    var indent = Expect.string(arguments[1]).value();
    var newline = Expect.string(arguments[2]).value();
    var separator = Expect.string(arguments[3]).value();
    return JsonText.of(evaluation, arguments[0], new JsonText.Form(indent, newline, separator));
  }

  private static Value toml(Evaluation evaluation, Value value, Value indent) {
    return TomlText.of(evaluation, value, Expect.string(indent).value());
  }

  private static Value yaml(Evaluation evaluation, Value[] arguments) {
    var form = yamlForm(arguments[1], arguments[2]);
    var out = new TextBuffer(evaluation);
    YamlText.append(evaluation, out, arguments[0], form);
    return out.toValue();
  }

  private static YamlText.Form yamlForm(Value indentArrays, Value quoteKeys) {
    boolean indent = Expect.bool(indentArrays).value();
    return new YamlText.Form(indent, Expect.bool(quoteKeys).value());
  }

  private static Value yamlStream(Evaluation evaluation, Value[] arguments) {
    var value = arguments[0].force(evaluation);
    if (!(value instanceof ArrayValue documents)) {
      throw JsonnetException.runtime(
          "manifestYamlStream only takes arrays, got " + value.type().text());
    }
    var out = new TextBuffer(evaluation);
    out.append("---\n");
    for (int i = 0; i < documents.size(); i++) {
      out.append(i > 0 ? "\n---\n" : "");
      var document = documents.element(evaluation, i);
      // Without documents nobody looks at how they would be laid out.
      var indent = arguments[1].force(evaluation);
      var form = yamlForm(indent, arguments[3].force(evaluation));
      YamlText.append(evaluation, out, document, form);
    }
    boolean end = Expect.bool(arguments[2].force(evaluation)).value();
    out.append(end ? "\n...\n" : "\n");
    return out.toValue();
  }
}
