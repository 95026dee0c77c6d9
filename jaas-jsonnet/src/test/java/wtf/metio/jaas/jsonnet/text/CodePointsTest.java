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
  void marksLeadToEveryCodePoint() {
    var text = "a😀é漢".repeat(100);
    var marks = CodePoints.marks(text, 400);

    assertThat(marks).hasSize(7);
    for (var i = 0; i <= 400; i++) {
      assertThat(CodePoints.charIndex(text, marks, i)).isEqualTo(text.offsetByCodePoints(0, i));
    }
  }

  @Test
  void positionsOutsideAreRefused() {
    var marks = CodePoints.marks("a😀", 2);

    assertThatThrownBy(() -> CodePoints.charIndex("a😀", marks, 3))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> CodePoints.charIndex("a😀", marks, -1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void stringsOfOneCodePointAreSharedInLatin1() {
    for (var c = 0; c < 256; c++) {
      assertThat(CodePoints.ofCodePoint(c)).isEqualTo(Character.toString(c));
    }
    assertThat(CodePoints.ofCodePoint('x')).isSameAs(CodePoints.ofCodePoint('x'));
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
