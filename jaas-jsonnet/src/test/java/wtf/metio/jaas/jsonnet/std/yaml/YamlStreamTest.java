// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.manifest.ValueText;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.EvaluationFixture;
import wtf.metio.jaas.jsonnet.runtime.RecordedLines;

final class YamlStreamTest {

  private static final String PREFIX = "failed to parse YAML: error converting YAML to JSON: ";

  static List<String> documents() {
    return RecordedLines.of(YamlStreamTest.class, "documents.txt");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void readsAsTheReferenceDoes(String line) {
    var reading = RecordedLines.Reading.of(line);

    assertThat(answer(reading.text())).isEqualTo(reading.outcome(PREFIX));
  }

  @Test
  void theTableIsThere() {
    assertThat(documents()).hasSizeGreaterThan(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: {~: 1}\na: 2", "a: {18446744073709551615: 1}\na: 2", "a: .inf\na: 2"})
  void whatCannotBecomeAValueMayBeOverwritten(String text) {
    assertThat(answer(text)).isEqualTo("[{\"a\": 2}]");
  }

  @ParameterizedTest
  @CsvSource({
    "'a: {~: 1, b: {~: 3}}', 1",
    "'x: &x {~: 1}\ny: {<<: *x, b: 1}\nx: 2', 1",
    "'x: &x {~: 1}\nx: 2\ny: *x', 1",
    "'a: .inf\nb: {~: 1}', 1",
    "'{~: 1, ~: 2}', 2"
  })
  void aKeyThatNamesNothingIsToldAtTheEndOfItsDocument(String text, int value) {
    assertThat(answer(text))
        .isEqualTo(PREFIX + "unsupported map key of type: %!s(<nil>), key: <nil>, value: " + value);
  }

  @Test
  void aMistakeInYamlIsToldBeforeAKeyThatNamesNothing() {
    assertThat(answer("~: 1\na: *x")).isEqualTo(PREFIX + "yaml: unknown anchor 'x' referenced");
  }

  @Test
  void copiesOfCopiesAreRefused() {
    var bomb = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
    for (char c = 'b'; c <= 'i'; c++) {
      var previous = "*" + (char) (c - 1);
      bomb.append(c).append(": &").append(c).append(" [");
      bomb.append(String.join(",", List.of(previous, previous, previous, previous, previous)));
      bomb.append("]\n");
    }

    assertThat(answer(bomb.toString()))
        .isEqualTo(PREFIX + "yaml: document contains excessive aliasing");
  }

  @Test
  void tenThousandLevelsAreTheMost() throws InterruptedException {
    assertThat(depth(10_000)).isEqualTo("10000");
    assertThat(depth(10_001)).isEqualTo(PREFIX + "yaml: exceeded max depth of 10000");
  }

  @Test
  void aKeyIsAtMost1024CharactersLong() {
    assertThat(answer("x".repeat(1024) + ": 1")).startsWith("[{");
    assertThat(answer("x".repeat(1025) + ": 1"))
        .isEqualTo(PREFIX + "yaml: mapping values are not allowed in this context");
  }

  // As deep as that, a thread needs a stack like those that evaluate.
  private static String depth(int levels) throws InterruptedException {
    var text = "[".repeat(levels) + "]".repeat(levels);
    var answer = new AtomicReference<>("");
    var thread = new Thread(null, () -> answer.set(depthOf(text)), "deep", 64L << 20);
    thread.start();
    thread.join();
    return answer.get();
  }

  private static String depthOf(String text) {
    try {
      int depth = 1;
      var value = YamlStream.parse(EvaluationFixture.unlimited(), text);
      while (value instanceof ArrayValue array && array.size() > 0) {
        depth++;
        value = array.get(0);
      }
      return Integer.toString(depth);
    } catch (JsonnetException failure) {
      return failure.text();
    }
  }

  private static String answer(String text) {
    var evaluation = EvaluationFixture.unlimited();
    try {
      var value = YamlStream.parse(evaluation, text);
      return ValueText.of(evaluation, ArrayValue.of(value)).value();
    } catch (JsonnetException failure) {
      return failure.text();
    }
  }
}
