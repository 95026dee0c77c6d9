// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StringValueTest {

  private final Evaluation evaluation = EvaluationFixture.unlimited();

  @Test
  void positionsCountCodePoints() {
    var text = "a😀é漢".repeat(50);
    var string = StringValue.of(text);
    int[] expected = text.codePoints().toArray();

    assertThat(string.length()).isEqualTo(200);
    for (int i = 0; i < expected.length; i++) {
      assertThat(string.codePointAt(i)).isEqualTo(expected[i]);
      assertThat(string.substring(i, expected.length))
          .isEqualTo(new String(expected, i, expected.length - i));
    }
    assertThat(string.substring(200, 200)).isEmpty();
  }

  @Test
  void lengthOfWhatIsAppendedIsKnownWithoutPuttingItTogether() {
    var strict = EvaluationFixture.withMemory(1 << 20);
    var string = StringValue.of("😀".repeat(200_000));
    assertThat(string.length()).isEqualTo(200_000);
    for (int i = 0; i < 10; i++) {
      string = string.concat(strict, StringValue.of("é😀"));
      assertThat(string.length()).isEqualTo(200_002 + 2 * i);
    }
  }

  @Test
  void lengthOfTwoLongStringsIsThatOfBoth() {
    var left = StringValue.of("é😀".repeat(1_000));
    var right = StringValue.of("a😀".repeat(1_000));

    assertThat(left.concat(evaluation, right).length()).isEqualTo(4_000);
  }

  @Test
  void charactersOfLatin1AreShared() {
    assertThat(StringValue.character('x')).isSameAs(StringValue.character('x'));
    assertThat(StringValue.character(0x1F600).value()).isEqualTo("😀");
  }
}
