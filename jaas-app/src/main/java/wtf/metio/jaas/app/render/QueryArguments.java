// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import wtf.metio.jaas.app.text.GoText;
import wtf.metio.jaas.app.text.PercentEncoding;
import wtf.metio.jaas.domain.evaluation.Variable;

/** The arguments that a query gives a program. */
final class QueryArguments {

  private QueryArguments() {}

  /**
   * Reads a query.
   *
   * <p>A name given once is a string, a name given more often an array of strings. A pair that is
   * wrongly encoded or holds a semicolon is left out, as the reference does.
   *
   * @param rawQuery as it was sent, a byte a character
   */
  static Map<String, Variable> of(String rawQuery) {
    var values = new LinkedHashMap<String, List<String>>();
    for (var pair : rawQuery.split("&")) {
      if (!pair.isEmpty() && pair.indexOf(';') < 0) {
        read(pair, values);
      }
    }
    return variables(values);
  }

  private static void read(String pair, Map<String, List<String>> values) {
    int equals = pair.indexOf('=');
    var name = PercentEncoding.decodeQuery(equals < 0 ? pair : pair.substring(0, equals));
    var value = PercentEncoding.decodeQuery(equals < 0 ? "" : pair.substring(equals + 1));
    if (name.isPresent() && value.isPresent()) {
      values
          .computeIfAbsent(GoText.repaired(name.get()), _ -> new ArrayList<>())
          .add(GoText.repaired(value.get()));
    }
  }

  private static SequencedMap<String, Variable> variables(Map<String, List<String>> values) {
    var variables = new LinkedHashMap<String, Variable>();
    values.forEach(
        (name, texts) ->
            variables.put(
                name, texts.size() == 1 ? new Variable.Text(texts.getFirst()) : array(texts)));
    return variables;
  }

  private static Variable array(List<String> texts) {
    var items = texts.stream().map(GoText::json).collect(Collectors.joining(",", "[", "]"));
    return new Variable.Code(items);
  }
}
