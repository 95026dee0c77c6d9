// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package wtf.metio.jaas.jsonnet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class EscapingTest {

  private static final int[] EDGES = {
    0, 1, '\t', '\n', 0x1F, ' ', '!', '"', '#', '/', '[', '\\', ']', '~', 0x7F, 0x80, 0x9F, 0xA0,
    0xFF, 0x7FF, 0x800, 0x2027, 0x2028, 0x2029, 0x202A, 0xD7FF, 0xE000, 0xFFFD, 0xFFFF, 0x10000,
    0x10FFFF
  };

  @ParameterizedTest
  @CsvSource({
    "0x00, \\u0000, \\u0000",
    "0x07, \\u0007, \\u0007",
    "0x08, \\b, \\b",
    "0x09, \\t, \\t",
    "0x0a, \\n, \\n",
    "0x0b, \\u000b, \\u000b",
    "0x0c, \\f, \\f",
    "0x0d, \\r, \\r",
    "0x1f, \\u001f, \\u001f",
    "0x22, \\\", \\\"",
    "0x2f, /, /",
    "0x3c, <, <",
    "0x5c, \\\\, \\\\",
    "0x7e, ~, ~",
    "0x80, \\u0080, \u0080",
    "0x9f, \\u009f, \u009F",
    "0xe9, é, é",
    "0x1f600, 😀, 😀",
  })
  void escapesWhatMustBe(String codePoint, String jsonnet, String json) {
    var text = Character.toString(Integer.decode(codePoint));
    assertThat(allWays(Escaping.JSONNET, text)).isEqualTo('"' + jsonnet + '"');
    assertThat(allWays(Escaping.JSON, text)).isEqualTo('"' + json + '"');
  }

  @Test
  void deleteIsEscapedInTheLanguageAlone() {
    assertThat(allWays(Escaping.JSONNET, "\u007F")).isEqualTo("\"\\u007f\"");
    assertThat(allWays(Escaping.JSON, "\u007F")).isEqualTo("\"\u007F\"");
  }

  @Test
  void lineSeparatorsAreEscapedInJsonAlone() {
    assertThat(allWays(Escaping.JSONNET, "\u2027\u2028\u2029")).isEqualTo("\"\u2027\u2028\u2029\"");
    assertThat(allWays(Escaping.JSON, "\u2027\u2028\u2029")).isEqualTo("\"\u2027\\u2028\\u2029\"");
  }

  @ParameterizedTest
  @EnumSource
  void emptyTextIsTwoQuotes(Escaping escaping) {
    assertThat(allWays(escaping, "")).isEqualTo("\"\"");
  }

  @ParameterizedTest
  @EnumSource
  void aTextIsEscapedCharacterByCharacter(Escaping escaping) {
    var random = new Random(6);
    for (var i = 0; i < 5_000; i++) {
      // Long enough for whole runs to be copied, dense and sparse, ASCII and not.
      var text = text(random, 1 + random.nextInt(30), random.nextBoolean());
      var expected = new StringBuilder("\"");
      text.codePoints()
          .mapToObj(point -> escaping.quote(Character.toString(point)))
          .forEach(one -> expected.append(one, 1, one.length() - 1));
      assertThat(allWays(escaping, text)).isEqualTo(expected.append('"').toString());
    }
  }

  private static String text(Random random, int sparse, boolean ascii) {
    var text = new StringBuilder();
    for (var i = random.nextInt(90); i > 0; i--) {
      var edge = EDGES[random.nextInt(ascii ? 15 : EDGES.length)];
      text.appendCodePoint(random.nextInt(sparse) == 0 ? edge : 'a' + random.nextInt(26));
    }
    return text.toString();
  }

  /** The quoted text, which is the same as string, in a builder and in bytes. */
  private static String allWays(Escaping escaping, String text) {
    var quoted = escaping.quote(text);
    var builder = new StringBuilder("<");
    escaping.append(text, builder);
    assertThat(builder.toString()).isEqualTo("<" + quoted);
    var bytes = new byte[(int) Escaping.maxBytes(text) + 1];
    var end = escaping.write(text, bytes, 1);
    assertThat(new String(bytes, 1, end - 1, StandardCharsets.UTF_8)).isEqualTo(quoted);
    return quoted;
  }
}
