// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.jsonnet.OutputForm;

/**
 * Files whose names need escapes or verbatim strings: what the reference tests beside its cases,
 * since such files cannot lie in a folder on every system.
 */
class UnusualFileNamesTest {

  private static final String QUOTED = "# named by a quote\n{}\n";
  private static final Map<String, String> FILES =
      Map.of("\".jsonnet", QUOTED, "'.jsonnet", QUOTED, "true.jsonnet", "true\n");
  private static final String NAMES =
      "[KIND \"\\u0074rue.jsonnet\", KIND '\\u0074rue.jsonnet', KIND @\"\"\".jsonnet\","
          + " KIND @'''.jsonnet']";

  private final EngineUnderTest engine = new EngineUnderTest();

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void aFileNamedByAQuoteIsAProgramLikeOthers() {
    for (var name : List.of("\".jsonnet", "'.jsonnet")) {
      assertThat(engine.ask(question(name, QUOTED))).isEqualTo(new Answer.Text("{ }\n"));
    }
  }

  @Test
  void namesOfImportsMayBeWrittenInEveryKindOfString() {
    assertThat(imported("import")).isEqualTo(new Answer.Text("[ true, true, { }, { } ]"));
  }

  @Test
  void namesOfImportedTextsMayBeWrittenInEveryKindOfString() {
    assertThat(imported("importstr"))
        .isEqualTo(
            new Answer.Text(
                """
                [ "true\\n", "true\\n", "# named by a quote\\n{}\\n", "# named by a quote\\n{}\\n" ]\
                """));
  }

  private Answer imported(String kind) {
    var answer = engine.ask(question("names.jsonnet", NAMES.replace("KIND", kind)));
    return answer instanceof Answer.Text(String bytes)
        ? new Answer.Text(bytes.strip().replaceAll("\\s+", " "))
        : answer;
  }

  private static Question question(String name, String source) {
    return new Question(name, source, OutputForm.JSON, Question.DEFAULT_STACK, List.of(), FILES);
  }
}
