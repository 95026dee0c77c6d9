// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.runtime.EvaluationFixture;
import wtf.metio.jaas.jsonnet.text.Escaping;

final class OutputBufferTest {

  private static final String PIECE = "aé😀\"\n\u0001\\";

  @Test
  void whatGoesInComesOutHoweverManyChunksItTakes() {
    var random = new Random(11);
    var buffer = new OutputBuffer(EvaluationFixture.unlimited(), Integer.MAX_VALUE);
    var expected = new StringBuilder();
    while (expected.length() < 2_000_000) {
      var text = PIECE.repeat(random.nextInt(1 << random.nextInt(14)));
      buffer.quoted(text, Escaping.JSONNET);
      buffer.raw(text);
      buffer.repeat(' ', 3);
      buffer.ascii(',');
      buffer.number(0.5);
      expected.append(Escaping.JSONNET.quote(text)).append(text).append("   ,").append(0.5);
      if (expected.length() < 5_000) {
        assertThat(buffer.toText()).isEqualTo(expected.toString());
      }
    }

    assertThat(new String(buffer.toBytes(), UTF_8)).isEqualTo(expected.toString());
    assertThat(buffer.toText()).isEqualTo(expected.toString());
  }

  @Test
  void holdsAsManyBytesAsItsLimitAndNoMore() {
    var buffer = new OutputBuffer(EvaluationFixture.unlimited(), 10);
    buffer.raw("0123456789");

    assertThat(buffer.toBytes()).hasSize(10);

    buffer.ascii('x');
    assertThatThrownBy(buffer::toBytes).hasMessage("the output is larger than 10 bytes");
  }

  @Test
  void refusesSoonWhatGoesFarBeyondItsLimit() {
    var buffer = new OutputBuffer(EvaluationFixture.unlimited(), 1_000_000);

    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 30; i++) {
                buffer.repeat('x', 50_000);
              }
            })
        .hasMessage("the output is larger than 1000000 bytes");
  }

  @Test
  void asksForMemoryBeforeItGrows() {
    var buffer = new OutputBuffer(EvaluationFixture.withMemory(1 << 20), Integer.MAX_VALUE);
    buffer.repeat('x', 1 << 19);
    buffer.repeat('x', 3 << 18);

    assertThatThrownBy(() -> buffer.repeat('x', 2 << 20)).isInstanceOf(JsonnetException.class);
    assertThatThrownBy(buffer::toBytes).isInstanceOf(JsonnetException.class);
  }
}
