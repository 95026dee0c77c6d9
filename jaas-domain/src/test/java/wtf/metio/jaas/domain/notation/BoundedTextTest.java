// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedTextTest {

  @Test
  void aTextThatFitsStaysAsItIs() {
    assertThat(BoundedText.of("\u00e4".repeat(50), 100)).isEqualTo("\u00e4".repeat(50));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "\u00e4", "\u20ac", "\ud83d\ude00"})
  void ofALongerOneTheBeginningStays(String letter) {
    var text = BoundedText.of("x" + letter.repeat(100), 60);
    assertThat(text.getBytes(StandardCharsets.UTF_8).length).isBetween(57, 60);
    assertThat(text).startsWith("x" + letter).endsWith(letter + " [shortened]");
  }
}
