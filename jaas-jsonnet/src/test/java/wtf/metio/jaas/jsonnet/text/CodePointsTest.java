// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package wtf.metio.jaas.jsonnet.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CodePointsTest {

  private static final List<String> POOL =
      List.of("", "A", "Z", "a", "b", "é", "\uD7FF", "\uE000", "\uFFFF", "\uD800\uDC00", "😀");

  @Test
  void lengthCountsCodePoints() {
    assertThat(CodePoints.length("")).isZero();
    assertThat(CodePoints.length("abc")).isEqualTo(3);
    assertThat(CodePoints.length("aé😀b")).isEqualTo(4);
  }

  @Test
  void onlyPairsAreSurrogates() {
    assertThat(CodePoints.hasSurrogates("aé漢\uE000")).isFalse();
    assertThat(CodePoints.hasSurrogates("a😀")).isTrue();
  }

  @Test
  void indexCountsCodePoints() {
    assertThat(CodePoints.at("aé😀b", 1)).isEqualTo("é");
    assertThat(CodePoints.at("aé😀b", 2)).isEqualTo("😀");
    assertThat(CodePoints.at("aé😀b", 3)).isEqualTo("b");
    assertThat(CodePoints.at("漢字", 1)).isEqualTo("字");
    assertThat(CodePoints.codePointAt("😀é", 1, true)).isEqualTo('é');
    assertThat(CodePoints.charIndex("😀é", 2, true)).isEqualTo(3);
  }

  @Test
  void indexOutsideIsRefused() {
    assertThatThrownBy(() -> CodePoints.at("abc", 3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> CodePoints.at("a😀", 2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> CodePoints.at("a😀", -1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void substringCountsCodePoints() {
    assertThat(CodePoints.substring("abcd", 1, 3)).isEqualTo("bc");
    assertThat(CodePoints.substring("a😀é😀b", 1, 4)).isEqualTo("😀é😀");
    assertThat(CodePoints.substring("a😀", 2, 2)).isEmpty();
    assertThat(CodePoints.substring("a😀", 0, 2)).isEqualTo("a😀");
  }

  @Test
  void stringsOfOneCodePointAreSharedInLatin1() {
    for (var c = 0; c < 256; c++) {
      assertThat(CodePoints.ofCodePoint(c)).isEqualTo(Character.toString(c));
    }
    assertThat(CodePoints.ofCodePoint('x')).isSameAs(CodePoints.at("xyz", 0));
    assertThat(CodePoints.ofCodePoint(256)).isEqualTo("Ā");
    assertThat(CodePoints.ofCodePoint(0x1F600)).isEqualTo("😀");
  }

  @Test
  void privateUseComesBeforePairs() {
    assertThat(CodePoints.compare("\uE000", "😀")).isNegative();
    assertThat(CodePoints.compare("😀", "\uFFFF")).isPositive();
    assertThat("\uE000".compareTo("😀")).as("order of the platform").isPositive();
  }

  @Test
  void sortsAsTheBytesDo() {
    var random = new Random(4);
    for (var i = 0; i < 5_000; i++) {
      var left = text(random);
      var right = text(random);
      assertThat(Integer.signum(CodePoints.compare(left, right)))
          .isEqualTo(Integer.signum(Arrays.compareUnsigned(bytes(left), bytes(right))));
    }
  }

  @Test
  void orderIsThatOfCompare() {
    var shuffled = new ArrayList<>(POOL);
    Collections.shuffle(shuffled, new Random(1));
    shuffled.sort(CodePoints.ORDER);
    assertThat(shuffled).isEqualTo(POOL);
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    for (var i = random.nextInt(4); i > 0; i--) {
      text.append(POOL.get(random.nextInt(POOL.size())));
    }
    return text.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
