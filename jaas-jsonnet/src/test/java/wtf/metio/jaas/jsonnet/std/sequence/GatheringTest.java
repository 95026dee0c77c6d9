// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.BooleanValue;
import wtf.metio.jaas.jsonnet.runtime.EvaluationFixture;
import wtf.metio.jaas.jsonnet.runtime.NullValue;
import wtf.metio.jaas.jsonnet.runtime.Value;

final class GatheringTest {

  @Test
  void elementsAndArraysLieInTheOrderTheyCameIn() {
    var gathering = new Gathering(EvaluationFixture.unlimited(), 0);
    gathering.add(NullValue.NULL);
    gathering.addAll(ArrayValue.of(BooleanValue.TRUE, BooleanValue.FALSE));
    gathering.addAll(ArrayValue.EMPTY);
    gathering.add(BooleanValue.TRUE);

    assertThat(gathering.array().copy())
        .containsExactly(NullValue.NULL, BooleanValue.TRUE, BooleanValue.FALSE, BooleanValue.TRUE);
  }

  @Test
  void memoryIsAskedForBeforeItIsTaken() {
    var gathering = new Gathering(EvaluationFixture.withMemory(1 << 20), 8);
    var block = ArrayValue.of(new Value[100_000]);
    gathering.addAll(block);

    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 10; i++) {
                gathering.addAll(block);
              }
            })
        .hasMessageStartingWith("asked for");
  }
}
