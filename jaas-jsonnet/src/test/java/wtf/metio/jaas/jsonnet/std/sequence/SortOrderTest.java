// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.EvaluationFixture;
import wtf.metio.jaas.jsonnet.runtime.NullValue;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;

final class SortOrderTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 33, 100, 1000, 4097})
  void keysComeInOrderAndEqualOnesAsTheyWere(int size) {
    var random = new Random(size);
    int[] keys = IntStream.range(0, size).map(i -> random.nextInt(1 + size / 3)).toArray();
    var expected =
        IntStream.range(0, size).boxed().sorted(Comparator.comparingInt(i -> keys[i])).toList();

    assertThat(order(Arrays.stream(keys).mapToObj(NumberValue::of)))
        .containsExactly(ints(expected));
    assertThat(order(Arrays.stream(keys).mapToObj(k -> ArrayValue.of(NumberValue.of(k)))))
        .containsExactly(ints(expected));
    assertThat(
            order(Arrays.stream(keys).mapToObj(k -> StringValue.of(Character.toString(0x100 + k)))))
        .containsExactly(ints(expected));
  }

  @Test
  void zerosOfDifferentSignAreEqual() {
    assertThat(order(Stream.of(0.0, -0.0, 0.0, -0.0).map(NumberValue::of)))
        .containsExactly(0, 1, 2, 3);
  }

  @Test
  void stringsAreOrderedByCodePoint() {
    var strings = Stream.of("\uD83D\uDE00", "\uE000", "é", "b", "a", "").map(StringValue::of);

    assertThat(order(strings)).containsExactly(5, 4, 3, 2, 1, 0);
  }

  @Test
  void aKeyIsComparedWithOneBeforeIt() {
    assertThatThrownBy(() -> order(Stream.of(NullValue.NULL, NumberValue.of(1))))
        .hasMessage("Unexpected type null, expected number");
    assertThatThrownBy(() -> order(Stream.of(NumberValue.of(1), StringValue.of("a"))))
        .hasMessage("Unexpected type number, expected string");
  }

  @Test
  void sortingEndsWhenTheStepsAreSpent() {
    var keys = IntStream.range(0, 10_000).mapToObj(i -> (Value) NumberValue.of(i * 7919 % 9973));
    var evaluation = EvaluationFixture.limitedTo(50_000);

    assertThatThrownBy(() -> SortOrder.of(evaluation, keys.toArray(Value[]::new)))
        .isInstanceOf(JsonnetException.class)
        .hasMessage("no steps left");
  }

  private static int[] order(Stream<? extends Value> keys) {
    return SortOrder.of(EvaluationFixture.unlimited(), keys.toArray(Value[]::new));
  }

  private static int[] ints(List<Integer> boxed) {
    return boxed.stream().mapToInt(Integer::intValue).toArray();
  }
}
