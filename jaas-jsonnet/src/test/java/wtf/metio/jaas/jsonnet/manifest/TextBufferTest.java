// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.runtime.EvaluationFixture;
import wtf.metio.jaas.jsonnet.text.Escaping;

final class TextBufferTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 8191, 8192, 8193, 16384, 20_000, 50_001})
  void longStringsAreQuotedAsIfInOnePiece(int length) {
    var text = text(length);
    var buffer = new TextBuffer(EvaluationFixture.unlimited());
    buffer.append('<');
    buffer.quoted(text, Escaping.JSONNET);
    buffer.append('>');

    assertThat(buffer.toString()).isEqualTo('<' + Escaping.JSONNET.quote(text) + '>');
  }

  @Test
  void padsInFrontOfWhatIsThere() {
    var buffer = new TextBuffer(EvaluationFixture.unlimited());
    buffer.append("ab😀");
    buffer.insert(1, '.', 3);
    buffer.insert(buffer.length(), '!', 2);

    assertThat(buffer.toString()).isEqualTo("a...b😀!!");
    assertThat(buffer.codePointsFrom(4)).isEqualTo(4);
  }

  @Test
  void asksForMemoryBeforeItGrows() {
    var buffer = new TextBuffer(EvaluationFixture.withMemory(1 << 20));
    buffer.repeat('x', 1 << 19);

    assertThatThrownBy(() -> buffer.repeat('x', 1 << 20)).isInstanceOf(JsonnetException.class);
  }

  @Test
  void noStringIsLongerThanAnArray() {
    var buffer = new TextBuffer(EvaluationFixture.unlimited());
    buffer.append("x");

    assertThatThrownBy(() -> buffer.repeat('x', Integer.MAX_VALUE))
        .hasMessage("a string of 2147483648 characters is too long");
  }

  private static String text(int length) {
    var random = new Random(length);
    var text = new StringBuilder();
    while (text.length() < length) {
      text.appendCodePoint(random.nextBoolean() ? random.nextInt(0x80) : 0x1F600);
    }
    return text.toString();
  }
}
