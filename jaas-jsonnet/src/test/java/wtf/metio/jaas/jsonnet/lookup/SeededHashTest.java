// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeededHashTest {

  @Test
  void namesOfOneHashCodeHaveDifferentOnes() {
    assertThat("AaBB".hashCode()).isEqualTo("BBAa".hashCode());
    assertThat(SeededHash.of("AaBB", 1)).isNotEqualTo(SeededHash.of("BBAa", 1));
  }

  @Test
  void namesThatHardlyDifferSpreadEvenly() {
    var lowBits =
        IntStream.range(0, 4_096).map(i -> SeededHash.of("field" + i, 1) & 0xFFF).distinct();

    assertThat(lowBits.count()).isGreaterThan(2_000);
  }

  @Test
  void eachNumberIsAnotherHash() {
    assertThat(SeededHash.of("name", 1)).isNotEqualTo(SeededHash.of("name", 2));
  }
}
